from collections.abc import Sequence
from datetime import timedelta

from domain.clock.chronology import runs
from domain.clock.events import ClockBreached, ClockEvent
from domain.shared.clock_catalogue import C_RESERVE
from domain.shared.clocks import Outcome
from domain.shared.envelope import Recorded
from tests.domain.clock.test_reconciling import (
    IN_TIME,
    KEY,
    NEXT_DAY,
    was_amended,
    was_met,
    was_opened,
    was_reopened,
    was_withdrawn,
)
from tests.support.clocks import ANCHORED, DUE, log

LONG_AFTER = NEXT_DAY + timedelta(days=30)

breached = ClockBreached(key=KEY, code=C_RESERVE, due=DUE, known_at=LONG_AFTER)


def test_a_clock_ran_from_its_anchor_until_it_was_met() -> None:
    history: Sequence[Recorded[ClockEvent]] = log(was_opened, was_met)

    (run,) = runs(history)

    assert (run.since, run.until, run.outcome) == (ANCHORED, IN_TIME, Outcome.MET)
    assert (run.source, run.ended_by) == (history[0].event_id, history[1].event_id)
    assert not run.is_breached(LONG_AFTER)


def test_a_clock_that_runs_again_has_no_end() -> None:
    (run,) = runs(log(was_opened, was_met, was_reopened, was_amended))

    assert (run.until, run.ended_by, run.due) == (None, None, NEXT_DAY)
    assert run.is_breached(LONG_AFTER)


def test_a_withdrawn_clock_never_ran() -> None:
    assert runs(log(was_opened, was_withdrawn)) == []


def test_a_breach_that_a_backdated_fact_disproves_stays_noted_but_no_longer_stands() -> None:
    (run,) = runs(log(was_opened, breached, was_met))

    assert run.breaches == (breached,)
    assert not run.is_breached(LONG_AFTER)
