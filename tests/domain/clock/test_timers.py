"""A timer that has run out is noted once, and breaches nothing."""

from datetime import timedelta

import pytest

from domain.clock import decider
from domain.clock.chronology import runs
from domain.clock.commands import ReconcileClocks, RecordBreach
from domain.clock.events import ClockDueMoved, ClockOpened, TimerRanOut, WhyMoved
from domain.shared.clock_catalogue import C_DRAFT, C_TRIAGE
from domain.shared.clocks import ClockCode
from tests.support.clocks import ANCHOR, ANCHORED, CAUSE, DUE, clock, log
from tests.support.scenario import Case

clocks = Case(decider)
KEY = "C-DRAFT"
LATE = DUE + timedelta(days=1)

rang = TimerRanOut(key=KEY, code=C_DRAFT, due=DUE, known_at=LATE)


def opened(code: ClockCode = C_DRAFT) -> ClockOpened:
    return ClockOpened(
        key=KEY,
        code=code,
        anchor=ANCHOR,
        anchored_at=ANCHORED,
        due=DUE,
        plan_by=None,
        because=CAUSE,
    )


@pytest.mark.covers("R-55")
def test_a_timer_that_ran_out_is_no_breach_and_is_noted_once() -> None:
    ask = RecordBreach(key=KEY, now=LATE)
    clocks.given(opened()).when(ask).then(rang)
    clocks.given(opened(), rang).when(ask).then()
    (run,) = runs(log(opened(), rang))
    assert (run.is_breached(LATE), run.breaches, run.noted) == (False, (), frozenset({DUE}))


@pytest.mark.covers("R11")
def test_a_clock_that_is_held_says_so_with_its_old_due_and_its_new() -> None:
    until = DUE - timedelta(hours=1)
    later = DUE + timedelta(days=2)
    held = clock(KEY, code=C_TRIAGE, due=later).model_copy(update={"paused_until": until})
    moved = ClockDueMoved(
        key=KEY,
        anchor=ANCHOR,
        anchored_at=ANCHORED,
        old_due=DUE,
        new_due=later,
        plan_by=None,
        why=WhyMoved.PAUSED,
        because=CAUSE,
        paused_until=until,
    )
    ask = ReconcileClocks(clocks=(held,), because=CAUSE)
    clocks.given(opened(C_TRIAGE)).when(ask).then(moved)
    clocks.given(opened(C_TRIAGE), moved).when(ask).then()
