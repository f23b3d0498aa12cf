"""How each clock of a stream ran: from its anchor until it was met or stopped.

Corrections count: a clock runs as it was last said to, and one that was withdrawn is not
here at all. The breaches noted are all kept, for that is what was known at the time.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import reduce

from pydantic import AwareDatetime

from domain.clock.events import ENDS, ClockBreached, ClockEvent, ClockMet, ClockStopped
from domain.clock.snapshot import CLOSED, ClockSnapshot
from domain.clock.state import Clocks, evolve
from domain.shared.chronology import Period
from domain.shared.clock_catalogue import TIMERS
from domain.shared.clocks import ClockCode, Outcome, ran_out
from domain.shared.envelope import Recorded


class ClockRun(Period):
    """One clock. `since` is its anchor's time; `until` is when it was met or stopped.

    `noted` are the due instants at which it was said to have run out.
    """

    key: str
    code: ClockCode
    due: AwareDatetime
    plan_by: date | None
    outcome: Outcome
    breaches: tuple[ClockBreached, ...] = ()
    noted: frozenset[AwareDatetime] = frozenset()
    paused_until: AwareDatetime | None = None

    @property
    def is_timer(self) -> bool:
        return self.code in TIMERS

    def is_breached(self, at: datetime) -> bool:
        """Whether by this instant it had run out, as far as is known now (R-05)."""
        return not self.is_timer and ran_out(self.due, self.until, at)


def runs(history: Iterable[Recorded[ClockEvent]]) -> Sequence[ClockRun]:
    """Every clock that was not withdrawn, in the order in which they were first opened."""
    told = defaultdict[str, list[Recorded[ClockEvent]]](list)
    for recorded in sorted(history, key=lambda recorded: recorded.position):
        told[recorded.event.key].append(recorded)
    last = {key: _last_said(key, events) for key, events in told.items()}
    return [
        _run(last[key], events)
        for key, events in told.items()
        if last[key].outcome is not Outcome.NOT_KNOWN
    ]


def _last_said(key: str, told: Sequence[Recorded[ClockEvent]]) -> ClockSnapshot:
    # Each clock by itself: what was said of hundreds would be copied at every word.
    return reduce(evolve, (each.event for each in told), Clocks()).said[key]


def _run(said: ClockSnapshot, told: Sequence[Recorded[ClockEvent]]) -> ClockRun:
    closings = [each.event_id for each in told if isinstance(each.event, ClockMet | ClockStopped)]
    return ClockRun(
        since=said.anchored_at,
        until=said.closed_at,
        source=told[0].event_id,
        ended_by=closings[-1] if said.outcome in CLOSED else None,
        key=said.key,
        code=said.code,
        due=said.due,
        plan_by=said.plan_by,
        outcome=said.outcome,
        breaches=tuple(each.event for each in told if isinstance(each.event, ClockBreached)),
        noted=frozenset(each.event.due for each in told if isinstance(each.event, ENDS)),
        paused_until=said.paused_until,
    )
