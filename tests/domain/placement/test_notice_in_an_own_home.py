"""Notice in a home of the council's own: a review first, to the end that is named."""

from datetime import date
from typing import Any

import pytest

from domain import placement
from domain.placement.clocks import clocks
from domain.placement.commands import ServeOwnHomeNotice
from domain.placement.endings import ImmediateGround, StatutoryReview
from domain.placement.errors import NoticeEndNotPossible, NoticeIncomplete, ReviewRequired
from domain.placement.events import OwnHomeNoticeServed
from domain.placement.state import UnderNotice
from domain.shared.clock_catalogue import C_NOT_OWN
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.moments import london_day
from tests.support.clocks import TERMS
from tests.support.placements import BROKER, MANAGER, arrangement, history, started
from tests.support.scenario import Case

case = Case(placement.decider)
OWN = started(where=arrangement(provider_id=None))
SERVED, END = date(2026, 4, 1), date(2026, 4, 20)
PLANNED = StatutoryReview(on=date(2026, 4, 15), held=False)


def facts(**more: Any) -> dict[str, Any]:
    plain = {
        "reason": "needs_changed",
        "served_at": SERVED,
        "options_explored": "Two meetings.",
        "statutory_review": PLANNED,
        "by": BROKER,
    }
    return plain | more


def serve(**more: Any) -> ServeOwnHomeNotice:
    asked = {
        "end_named": END,
        "manager_approval": MANAGER,
        "looked_after": True,
        "written": True,
    }
    return ServeOwnHomeNotice(**facts(**asked) | more)


def served(**more: Any) -> OwnHomeNoticeServed:
    return OwnHomeNoticeServed(**facts(earliest_end=END, approved_by=MANAGER, **more))


@pytest.mark.covers("R-211", "6-23")
def test_it_is_given_to_the_end_that_is_named_with_a_review_by_then() -> None:
    case.given(OWN).when(serve()).then(served())
    case.given(OWN).when(serve(statutory_review=None)).then_refused(ReviewRequired)
    late = StatutoryReview(on=date(2026, 4, 21), held=False)
    case.given(OWN).when(serve(statutory_review=late)).then_refused(ReviewRequired)
    risk = ImmediateGround.HARM_TO_CHILD
    at_risk = served(statutory_review=None, risk_ground=risk)
    case.given(OWN).when(serve(statutory_review=None, risk_ground=risk)).then(at_risk)


@pytest.mark.covers("R-211", "4-232")
def test_it_says_what_any_notice_says_and_its_end() -> None:
    own = case.given(OWN)
    own.when(serve(end_named=None, options_explored=" ")).then_refused(NoticeIncomplete)
    own.when(serve(manager_approval=BROKER)).then_refused(ConflictOfInterest)
    own.when(serve(end_named=date(2026, 3, 31))).then_refused(NoticeEndNotPossible)
    case.given(OWN, served()).when(serve()).then_refused(WrongState)
    case.given(started()).when(serve()).then_refused(WrongState)


@pytest.mark.covers("R-211", "C-NOT-OWN")
def test_it_runs_until_then_as_any_notice_does() -> None:
    past = history(OWN, served())

    (clock,) = [each for each in clocks(past, TERMS) if each.code == C_NOT_OWN]

    assert london_day(clock.due.at) == END
    assert isinstance(placement.decider.replay([OWN, served()]), UnderNotice)
