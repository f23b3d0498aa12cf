"""A council stops looking after a child on an approval, and after a review where it must."""

from datetime import date
from typing import Any

import pytest

from domain.case.ceasing import ApproveCeasing, RefuseCeasing, RequestCeasing
from domain.case.codes import CeasingReason
from domain.case.commands import RecordCeasedLookedAfter
from domain.case.errors import CeasingUnsettled, ReviewBeforeCeasing
from domain.case.events import (
    CaseEvent,
    CeasedLookedAfter,
    CeasingApproved,
    CeasingRefused,
    CeasingRequested,
)
from domain.shared.errors import ConflictOfInterest, NotPermitted, WrongState
from domain.shared.vocabulary import LegalStatus, Subject
from tests.support.cases import (
    MANAGER,
    MONDAY,
    WORKER,
    became,
    case,
    case_opened,
    ceased,
    changed,
    reviewed,
)

JUNE = date(2026, 6, 1)
HEAD, DIRECTOR = Subject("head of service"), Subject("director")
HOME, AUNT = (
    CeasingReason.HOME_TO_PARENTS_PLANNED,
    CeasingReason.HOME_WITHOUT_PARENTAL_RESPONSIBILITY,
)
ACCOMMODATED = (case_opened(), became(MONDAY))


def ask(reason: CeasingReason = HOME, **more: Any) -> RequestCeasing:
    said = {
        "on": JUNE,
        "reason": reason,
        "because": "Agreed with everybody.",
        "assessed_on": date(2026, 5, 12),
        "assessment": "Visited twice.",
        "by": WORKER,
    }
    return RequestCeasing(**(said | more))


def asked(reason: CeasingReason = HOME, **more: Any) -> CeasingRequested:
    return CeasingRequested(**dict(ask(reason, **more)))


def approve(by: Subject = HEAD, role: str = "nominated_officer") -> ApproveCeasing:
    return ApproveCeasing(by=by, role=role)


def approved(reason: CeasingReason = HOME, by: Subject = HEAD) -> CeasingApproved:
    return CeasingApproved(on=JUNE, reason=reason, by=by, role="nominated_officer")


def breaches(*history: CaseEvent, reason: CeasingReason = HOME, **more: Any) -> list[str]:
    command = RecordCeasedLookedAfter(on=JUNE, reason=reason, **more)
    (event,) = case.given(*history).when(command)._decided()
    assert isinstance(event, CeasedLookedAfter)
    return [each.code for each in event.breaches]


def test_it_is_asked_for_and_approved_by_name_and_role() -> None:
    case.given(*ACCOMMODATED).when(ask()).then(asked())
    case.given(*ACCOMMODATED, asked()).when(approve()).then(approved())


@pytest.mark.covers("R-134")
def test_the_arrangements_are_assessed_first() -> None:
    unassessed = asked(assessed_on=None, assessment=None)
    case.given(*ACCOMMODATED, unassessed).when(approve()).then_refused(CeasingUnsettled)
    case.given(*ACCOMMODATED, unassessed).when(ask()).then(asked())
    case.given(*ACCOMMODATED).when(ask(because=" ")).then_refused(CeasingUnsettled)


@pytest.mark.covers("R-134")
def test_who_is_not_to_return_to_a_parent_is_reviewed_first_in_this_period_of_care() -> None:
    case.given(*ACCOMMODATED, asked(AUNT)).when(approve()).then_refused(ReviewBeforeCeasing)
    after = (*ACCOMMODATED, reviewed(date(2026, 5, 1)), asked(AUNT))
    case.given(*after).when(approve()).then(approved(AUNT))
    before = (case_opened(), reviewed(date(2026, 1, 5)), became(MONDAY), asked(AUNT))
    case.given(*before).when(approve()).then_refused(ReviewBeforeCeasing)


@pytest.mark.covers("R-134")
def test_somebody_else_approves_and_from_16_the_director_alone() -> None:
    given = case.given(*ACCOMMODATED, asked())
    given.when(approve(by=WORKER)).then_refused(ConflictOfInterest)
    given.when(approve(MANAGER, "team_manager")).then_refused(NotPermitted)
    sixteen = case.given(case_opened(born_on=date(2010, 6, 1)), became(MONDAY), asked())
    sixteen.when(approve()).then_refused(NotPermitted)
    by_director = CeasingApproved(on=JUNE, reason=HOME, by=DIRECTOR, role="dcs")
    sixteen.when(approve(DIRECTOR, "dcs")).then(by_director)


def test_it_is_answered_once_and_a_refusal_says_why() -> None:
    refuse = RefuseCeasing(because="Ask her father.", by=HEAD, role="nominated_officer")
    no = CeasingRefused(because="Ask her father.", by=HEAD, role="nominated_officer")
    case.given(*ACCOMMODATED, asked()).when(refuse).then(no)
    case.given(*ACCOMMODATED, asked(), no).when(approve()).then_refused(WrongState)
    case.given(*ACCOMMODATED, asked(), no).when(ask()).then(asked())
    case.given(*ACCOMMODATED, asked(), approved()).when(ask()).then_refused(WrongState)
    case.given(case_opened()).when(ask()).then_refused(WrongState)
    blank = refuse.model_copy(update={"because": " "})
    case.given(*ACCOMMODATED, asked()).when(blank).then_refused(CeasingUnsettled)


@pytest.mark.covers("R-134")
def test_a_ceasing_that_nobody_approved_is_a_fact_with_its_breaches() -> None:
    assert breaches(*ACCOMMODATED) == ["CEASING_NOT_APPROVED"]
    assert breaches(*ACCOMMODATED, asked(), approved()) == []
    assert breaches(*ACCOMMODATED, reason=AUNT) == ["CEASING_NOT_APPROVED", "REVIEW_REQUIRED"]
    for_another = (*ACCOMMODATED, asked(), approved())
    assert "CEASING_NOT_APPROVED" in breaches(*for_another, reason=AUNT)
    again = (*ACCOMMODATED, asked(), approved(), ceased(date(2026, 4, 1)), became(date(2026, 4, 9)))
    assert breaches(*again) == ["CEASING_NOT_APPROVED"]


@pytest.mark.covers("R-134")
def test_what_a_court_a_birthday_or_a_parent_ends_waits_for_nobody() -> None:
    assert breaches(*ACCOMMODATED, reason=CeasingReason.HOME_TO_PARENTS_UNPLANNED) == []
    under_order = (*ACCOMMODATED, changed(date(2026, 3, 9), LegalStatus.CARE_ORDER))
    assert breaches(*under_order) == []
    grown = (case_opened(born_on=date(2008, 6, 1)), became(MONDAY))
    assert breaches(*grown, reason=CeasingReason.INDEPENDENT_LIVING_SUPPORTED) == []
    assert breaches(*ACCOMMODATED, decided_elsewhere=True) == []
