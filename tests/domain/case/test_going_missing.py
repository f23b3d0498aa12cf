"""Missing, away without authorisation, and back."""

from datetime import UTC, date, datetime

import pytest

from domain.case.commands import (
    RecordAwayWithoutAuthorisation,
    RecordMissing,
    RecordReturned,
)
from domain.case.events import ChildAway, ChildMissing
from domain.shared.errors import EffectiveBeforeStream, WrongState
from tests.support.cases import case, case_opened, missing, returned

EVENING = datetime(2026, 3, 3, 22, 15, tzinfo=UTC)
MORNING = datetime(2026, 3, 4, 7, 40, tzinfo=UTC)
LATER = datetime(2026, 3, 9, 23, 0, tzinfo=UTC)


def test_a_child_is_reported_missing() -> None:
    case.given(case_opened()).when(RecordMissing(since=EVENING, last_seen_by="Key worker")).then(
        ChildMissing(since=EVENING, last_seen_by="Key worker")
    )


def test_a_child_is_not_missing_twice_at_once() -> None:
    case.given(case_opened(), missing(EVENING)).when(RecordMissing(since=MORNING)).then_refused(
        WrongState
    )


@pytest.mark.covers("R-202")
def test_who_moved_in_somewhere_since_was_back_and_may_go_again() -> None:
    gone = case.given(case_opened(), missing(EVENING))

    gone.when(RecordMissing(since=LATER, moved_in=(MORNING,))).then(missing(LATER))
    gone.when(RecordMissing(since=LATER, moved_in=(EVENING,))).then_refused(WrongState)
    after = RecordMissing(since=MORNING, moved_in=(LATER,))
    gone.when(after).then_refused(WrongState)


def test_a_missing_child_may_turn_out_to_be_away() -> None:
    case.given(case_opened(), missing(EVENING)).when(
        RecordAwayWithoutAuthorisation(since=MORNING)
    ).then(ChildAway(since=MORNING))


def test_the_child_returns() -> None:
    case.given(case_opened(), missing(EVENING)).when(RecordReturned(at=MORNING)).then(
        returned(MORNING)
    )


@pytest.mark.covers("6-80")
def test_a_child_may_go_again_and_each_absence_has_its_return() -> None:
    twice = case.given(case_opened(), missing(EVENING), returned(MORNING), missing(LATER))

    twice.when(RecordReturned(at=LATER)).then(returned(LATER))
    twice.when(RecordReturned(at=EVENING)).then(returned(EVENING))


def test_nobody_returns_before_going() -> None:
    case.given(case_opened(), missing(MORNING)).when(RecordReturned(at=EVENING)).then_refused(
        EffectiveBeforeStream
    )


def test_a_return_on_the_same_day_needs_its_time() -> None:
    case.given(case_opened(), missing(EVENING)).when(
        RecordReturned(at=EVENING.date())
    ).then_refused(EffectiveBeforeStream)


def test_nobody_returns_who_was_not_gone() -> None:
    case.given(case_opened()).when(RecordReturned(at=MORNING)).then_refused(WrongState)
    case.given(case_opened(), missing(EVENING), returned(MORNING)).when(
        RecordReturned(at=LATER)
    ).then_refused(WrongState)


def test_nobody_is_missing_before_birth() -> None:
    case.given(case_opened()).when(RecordMissing(since=date(2010, 1, 1))).then_refused(
        EffectiveBeforeStream
    )
