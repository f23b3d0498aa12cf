"""A request is written, found complete and accepted."""

from datetime import date

import pytest

from domain import referral
from domain.referral.codes import Scope, ViewsNotObtainable
from domain.referral.commands.request import UpdateSections
from domain.referral.errors import MatrixMissing, MatrixOutOfRange
from domain.referral.sections import EMERGENCY_MINIMUM, RequestDetails, SectionName
from domain.shared.admission import AgeOutsideCategory
from domain.shared.errors import ConflictOfInterest, MissingInformation, NotFound, WrongState
from tests.support.referrals import (
    CASEWORKER,
    MANAGER,
    OAK,
    REQUEST,
    accept,
    accepted,
    draft,
    drafted,
    offer,
    offered,
    submit,
    submit_offer,
    submitted,
    until_published,
    until_submitted,
    written,
)
from tests.support.scenario import Case

case = Case(referral.decider)


def missing_from(*history: referral.ReferralEvent, **asked: object) -> list[str]:
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(referral.decider.replay(history), submit(**asked))
    return list(refusal.value.details["missing"])  # type: ignore[arg-type]  # always a list


def test_a_referral_is_drafted_once() -> None:
    case.given().when(draft()).then(drafted())
    case.given(drafted()).when(draft()).then_refused(WrongState)


def test_sections_are_written_as_often_as_needed() -> None:
    again = UpdateSections(sections={SectionName.NEEDS: "Written."}, request=REQUEST, by=CASEWORKER)
    case.given(drafted()).when(again).then(written(SectionName.NEEDS))
    case.given(drafted(), written()).when(again).then(written(SectionName.NEEDS))


def test_writing_nothing_is_refused() -> None:
    case.given(drafted()).when(UpdateSections(by=CASEWORKER)).then_refused(MissingInformation)


def test_sections_are_closed_once_submitted() -> None:
    late = UpdateSections(sections={SectionName.NEEDS: "More."}, by=CASEWORKER)
    case.given(*until_submitted()).when(late).then_refused(WrongState)


def test_a_complete_request_is_referred() -> None:
    case.given(drafted(), written()).when(submit()).then(submitted())


@pytest.mark.covers("4-063")
def test_everything_that_is_missing_is_named_at_once() -> None:
    some = RequestDetails(provision=REQUEST.provision, duration=REQUEST.duration)
    history: list[referral.ReferralEvent] = [
        drafted(),
        written(*list(SectionName)[:11], request=some),
    ]

    assert missing_from(*history, team_manager_approval=None, assessment_reference=" ") == [
        "sections.views",
        "sections.budget",
        "request.lot_wanted",
        "request.location",
        "request.sharing",
        "request.indicative_weekly",
        "team_manager_approval",
        "assessment_reference",
    ]


def test_a_blank_section_is_a_missing_one() -> None:
    blank = written(SectionName.RISK, text="  ")
    assert missing_from(drafted(), written(), blank) == ["sections.risk"]


@pytest.mark.covers("4-111")
def test_an_emergency_needs_only_its_minimum_and_no_budget() -> None:
    unpriced = REQUEST.model_copy(update={"indicative_weekly": None})
    minimum = written(*EMERGENCY_MINIMUM, request=unpriced)
    history: list[referral.ReferralEvent] = [drafted(emergency=True), minimum]
    asked = {"views_not_obtainable": ViewsNotObtainable.NOT_PRESENT, "matrix_current": False}

    case.given(*history).when(submit(**asked)).then(submitted(**asked))


def test_an_emergency_asks_the_child_or_says_why_not() -> None:
    history: list[referral.ReferralEvent] = [drafted(emergency=True), written(*EMERGENCY_MINIMUM)]
    assert missing_from(*history) == ["sections.views"]


def test_support_is_not_asked_for_without_a_current_matrix() -> None:
    unscored = submit(matrix_current=False)

    case.given(drafted(scope=Scope.SUPPORT), written()).when(unscored).then_refused(MatrixMissing)
    case.given(drafted(scope=Scope.BOTH), written()).when(unscored).then_refused(MatrixMissing)
    case.given(drafted(scope=Scope.ACCOMMODATION), written()).when(unscored).then(submitted())


def test_a_request_is_approved_by_a_manager_other_than_its_writer() -> None:
    complete = case.given(drafted(), written())
    own = submit(team_manager_approval=CASEWORKER)

    complete.when(own).then_refused(ConflictOfInterest)
    own_of_a_manager = own.model_copy(update={"by_manager": True})
    complete.when(own_of_a_manager).then(submitted(team_manager_approval=CASEWORKER))


@pytest.mark.covers("4-085", "6-76")
def test_more_than_25_hours_are_asked_for_once_somebody_else_approved_bespoke_care() -> None:
    complete = case.given(drafted(), written())
    approved = {"bespoke_24_7_approved_by": MANAGER}

    complete.when(submit(matrix_half_hours=50)).then(submitted())
    complete.when(submit(matrix_half_hours=54)).then_refused(MatrixOutOfRange)
    complete.when(submit(matrix_half_hours=54, **approved)).then(submitted(**approved))
    by_oneself = submit(matrix_half_hours=54, bespoke_24_7_approved_by=CASEWORKER)
    complete.when(by_oneself).then_refused(ConflictOfInterest)


@pytest.mark.covers("4-085")
def test_bespoke_care_is_not_held_against_the_hours_of_a_lot() -> None:
    bespoke = submitted(bespoke_24_7_approved_by=MANAGER)
    plain = until_published(OAK)
    history = [bespoke if event == submitted() else event for event in plain]
    more = submit_offer(offer=offer(half_hours=54))

    case.given(*plain).when(more).then_refused(MatrixOutOfRange)
    case.given(*history).when(more).then(offered(half_hours=54))


def test_a_request_is_accepted_into_its_lot() -> None:
    case.given(*until_submitted()).when(accept()).then(accepted())


@pytest.mark.covers("R-02", "4-094")
def test_the_age_is_judged_on_the_day_the_home_is_needed() -> None:
    asked = case.given(*until_submitted(needed_from=date(2026, 3, 9)))

    asked.when(accept(born_on=date(2010, 3, 10))).then_refused(AgeOutsideCategory)
    asked.when(accept(born_on=date(2010, 3, 9))).then(accepted(age_in_years=16))
    asked.when(accept(born_on=date(2005, 3, 10))).then(accepted(age_in_years=20))
    asked.when(accept(born_on=date(2005, 3, 9))).then_refused(AgeOutsideCategory)


def test_a_lot_that_the_contract_does_not_have_is_not_found() -> None:
    case.given(*until_submitted()).when(accept(code="lot-9")).then_refused(NotFound)
