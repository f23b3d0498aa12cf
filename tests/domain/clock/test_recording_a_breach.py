from datetime import datetime, timedelta

import pytest

from domain.clock import decider
from domain.clock.commands import RecordBreach
from domain.clock.events import ClockBreached
from domain.shared.errors import NotFound
from domain.shared.moments import When
from tests.domain.clock.test_reconciling import (
    KEY,
    LATE,
    NEXT_DAY,
    was_amended,
    was_met,
    was_opened,
    was_reopened,
    was_stopped,
    was_withdrawn,
)
from tests.support.clocks import DUE
from tests.support.scenario import Case

A_MICROSECOND = timedelta(microseconds=1)
LONG_AFTER = NEXT_DAY + timedelta(days=30)

clocks = Case(decider)

met_late = was_met.model_copy(update={"closed_at": LATE})


def ask(now: datetime = LONG_AFTER) -> RecordBreach:
    return RecordBreach(key=KEY, now=now)


def breached(
    due: datetime = DUE, known_at: datetime = LONG_AFTER, closed_at: When | None = None
) -> ClockBreached:
    return ClockBreached(
        key=KEY, code=was_opened.code, due=due, known_at=known_at, closed_at=closed_at
    )


@pytest.mark.covers("R-05")
def test_a_clock_is_breached_after_its_deadline_and_not_at_it() -> None:
    just_after = DUE + A_MICROSECOND

    clocks.given(was_opened).when(ask(DUE)).then()
    clocks.given(was_opened).when(ask(just_after)).then(breached(known_at=just_after))


def test_a_breach_is_noted_once() -> None:
    clocks.given(was_opened, breached()).when(ask()).then()


@pytest.mark.covers("R10")
def test_one_met_late_is_breached_and_the_note_says_when_it_was_met() -> None:
    clocks.given(was_opened, met_late).when(ask()).then(breached(closed_at=LATE))


def test_one_met_late_after_the_breach_was_noted_is_not_noted_again() -> None:
    clocks.given(was_opened, breached(), met_late).when(ask()).then()


def test_one_closed_in_time_is_not_breached() -> None:
    clocks.given(was_opened, was_met).when(ask()).then()
    clocks.given(was_opened, was_stopped).when(ask()).then()


def test_one_withdrawn_is_not_breached() -> None:
    clocks.given(was_opened, was_withdrawn).when(ask()).then()


def test_one_that_runs_again_is_breached_at_its_own_deadline() -> None:
    clocks.given(was_opened, was_met, was_reopened).when(ask()).then(breached())


@pytest.mark.covers("R12")
def test_a_deadline_that_moved_may_be_breached_again_and_the_first_note_stays() -> None:
    moved = clocks.given(was_opened, breached(), was_amended)

    moved.when(ask(NEXT_DAY)).then()
    moved.when(ask(LONG_AFTER)).then(breached(due=NEXT_DAY))


def test_a_deadline_that_moved_back_was_noted_already() -> None:
    moved_back = was_amended.model_copy(update={"old_due": NEXT_DAY, "new_due": DUE})

    clocks.given(was_opened, breached(), was_amended, moved_back).when(ask()).then()


def test_a_clock_that_nobody_opened_is_not_found() -> None:
    with pytest.raises(NotFound):
        decider.decide(decider.initial, ask())


@pytest.mark.covers("R10")
def test_a_breach_took_effect_at_the_deadline_and_was_known_later() -> None:
    assert breached().effective() == DUE
    assert breached().known_at == LONG_AFTER
