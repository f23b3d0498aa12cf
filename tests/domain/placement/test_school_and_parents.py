"""A move that disrupts key stage 4, and a child in care who goes to its parents, are approved."""

from datetime import date

import pytest

from domain import placement
from domain.placement.approving import ASKED, ApprovalKind
from domain.placement.commands import AgreeStart
from domain.placement.errors import (
    KeyStage4NotApproved,
    StartNotPrepared,
    WithParentsNotApproved,
)
from domain.placement.events import ApprovalRefused, PlacementStarted
from domain.placement.schooling import KeyStage4, is_of_key_stage_4
from tests.domain.placement.test_approving_where_a_home_lies import (
    HEAD,
    asked,
    everything,
    grant,
    granted,
    missing_for,
)
from tests.support.placements import agree_start, prepared, proposed, record_start, start_agreed
from tests.support.scenario import Case

case = Case(placement.decider)
SCHOOL, PARENTS = ApprovalKind.KEY_STAGE_4, ApprovalKind.WITH_PARENTS


def agree(said: KeyStage4 | None = None, **more: bool) -> AgreeStart:
    return agree_start().model_copy(update={"key_stage_4": said, **more})


def codes(command: placement.PlacementCommand) -> list[str]:
    (event,) = placement.decider.decide(placement.decider.replay(prepared()), command)
    assert isinstance(event, PlacementStarted)
    return [each.code for each in event.breaches]


@pytest.mark.parametrize(
    ("born_on", "day", "is_asked"),
    [
        (date(2011, 8, 31), date(2026, 3, 9), True),  # year 10, the youngest of it
        (date(2011, 9, 1), date(2026, 3, 9), False),  # year 9, by a day
        (date(2010, 3, 9), date(2026, 3, 9), True),  # sixteen today, and in year 11
        (date(2009, 8, 31), date(2026, 3, 9), False),  # a year further, by a day
        (date(2009, 9, 1), date(2026, 8, 31), True),  # the last day of year 11
        (date(2009, 9, 1), date(2026, 9, 1), False),
    ],
)
def test_key_stage_4_goes_by_school_years_and_not_by_birthdays(
    born_on: date, day: date, *, is_asked: bool
) -> None:
    assert is_of_key_stage_4(born_on, day) is is_asked


@pytest.mark.covers("R-130")
def test_of_a_child_of_that_age_it_is_said_what_the_move_means_for_school() -> None:
    case.given(*prepared()).when(agree(of_key_stage_4=True)).then_refused(StartNotPrepared)
    for said in (KeyStage4.NO_PUPIL, KeyStage4.NOT_DISRUPTED, KeyStage4.LEFT_AT_RISK):
        agreed = start_agreed().model_copy(update={"key_stage_4": said})
        weighed = agree(said, of_key_stage_4=True, left_at_risk=True)
        case.given(*prepared()).when(weighed).then(agreed)


@pytest.mark.covers("R-130")
def test_a_move_that_disrupts_it_waits_for_an_approval() -> None:
    disrupts = agree(KeyStage4.DISRUPTED, of_key_stage_4=True)
    agreed = start_agreed().model_copy(update={"key_stage_4": KeyStage4.DISRUPTED})
    case.given(*prepared()).when(disrupts).then_refused(KeyStage4NotApproved)
    case.given(*prepared(), asked(SCHOOL)).when(disrupts).then_refused(KeyStage4NotApproved)
    case.given(*prepared(), asked(SCHOOL), granted(SCHOOL)).when(disrupts).then(agreed)


@pytest.mark.covers("R-151")
@pytest.mark.parametrize("said", [None, *KeyStage4])
def test_once_it_was_asked_for_no_word_but_an_approval_opens_the_gate(
    said: KeyStage4 | None,
) -> None:
    no = ApprovalRefused(kind=SCHOOL, because="GCSEs in May.", by=HEAD, role="nominated_officer")
    otherwise = agree(said, left_at_risk=True)
    for answer in ((), (no,), (no, asked(SCHOOL))):
        waits = case.given(*prepared(), asked(SCHOOL), *answer)
        waits.when(otherwise).then_refused(KeyStage4NotApproved)
    approved = start_agreed().model_copy(update={"key_stage_4": said})
    case.given(*prepared(), asked(SCHOOL), granted(SCHOOL)).when(otherwise).then(approved)


@pytest.mark.covers("R-151")
def test_left_at_risk_is_what_the_record_shows_and_not_a_word() -> None:
    only_said = agree(KeyStage4.LEFT_AT_RISK, of_key_stage_4=True)
    case.given(*prepared()).when(only_said).then_refused(KeyStage4NotApproved)
    assert "KS4_NOT_APPROVED" in codes(record_start(key_stage_4=KeyStage4.LEFT_AT_RISK))


def test_each_approval_rests_on_its_own_matters() -> None:
    assert missing_for(grant(SCHOOL), proposed(), asked(SCHOOL)) == [
        "wishes_and_feelings",
        "education_served",
        "designated_teacher_consulted",
        "iro_consulted",
    ]
    assert missing_for(grant(PARENTS), proposed(), asked(PARENTS)) == [
        "parents_assessed",
        "review_held",
        "plan_made",
    ]
    officer = {"by": HEAD, "role": "nominated_officer"}
    for kind in (SCHOOL, PARENTS):
        approved = granted(kind, **officer)
        given = case.given(proposed(), everything(kind), asked(kind))
        given.when(grant(kind, **officer)).then(approved)


@pytest.mark.covers("R-131")
def test_before_the_assessment_the_plan_at_least_is_made() -> None:
    placed = {"emergency": True, "placed_in_emergency": True}
    assert missing_for(grant(PARENTS, **placed), proposed(), asked(PARENTS)) == ["plan_made"]
    assert len(ASKED[PARENTS]) == 3


@pytest.mark.covers("R-131")
def test_with_its_parents_a_child_in_care_lives_once_it_is_approved() -> None:
    home = agree(to_parents=True)
    case.given(*prepared()).when(home).then_refused(WithParentsNotApproved)
    case.given(*prepared(), asked(PARENTS), granted(PARENTS)).when(home).then(start_agreed())


def test_a_start_without_is_a_fact_with_a_breach() -> None:
    assert "KS4_NOT_APPROVED" in codes(record_start(key_stage_4=KeyStage4.DISRUPTED))
    at_risk = record_start(key_stage_4=KeyStage4.LEFT_AT_RISK, left_at_risk=True)
    assert "KS4_NOT_APPROVED" not in codes(at_risk)
    assert "KS4_NOT_APPROVED" not in codes(record_start())
    assert "WITH_PARENTS_NOT_APPROVED" in codes(record_start(to_parents=True))
    assert "WITH_PARENTS_NOT_APPROVED" not in codes(
        record_start(to_parents=True, decided_elsewhere=True)
    )


@pytest.mark.covers("R-167")
def test_accommodated_with_its_parents_is_a_fact_with_a_breach_of_its_status() -> None:
    assert "STATUS_NOT_WITH_PARENTS" in codes(record_start(accommodated=True))
    assert "STATUS_NOT_WITH_PARENTS" not in codes(record_start())
