"""What a clock stream must remember: the last it said of each clock, and each breach noted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.clock.events import (
    ClockBreached,
    ClockDueMoved,
    ClockEvent,
    ClockMet,
    ClockOpened,
    ClockReopened,
    ClockStopped,
    TimerRanOut,
    WhyStopped,
)
from domain.clock.snapshot import ClockSnapshot
from domain.shared.clocks import Outcome
from domain.shared.errors import CorruptHistory

STOPPED_AS = {WhyStopped.ENDED: Outcome.STOPPED, WhyStopped.WITHDRAWN: Outcome.NOT_KNOWN}


@dataclass(frozen=True)
class Clocks:
    """What has been said, by key. A withdrawn clock is remembered as not known.

    `breaches` are the ends that were noted, those of timers too.
    """

    said: Mapping[str, ClockSnapshot] = field(default_factory=dict)
    breaches: frozenset[tuple[str, datetime]] = frozenset()


def evolve(clocks: Clocks, event: ClockEvent) -> Clocks:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    if isinstance(event, ClockOpened) == (event.key in clocks.said):
        raise CorruptHistory(clocks, event)
    match event:
        case ClockOpened():
            return _say(clocks, _first_said(event))
        case ClockBreached(key=key, due=due) | TimerRanOut(key=key, due=due):
            return replace(clocks, breaches=clocks.breaches | {(key, due)})
        case _:
            return _say(clocks, _said_next(clocks.said[event.key], event))


def _say(clocks: Clocks, snapshot: ClockSnapshot) -> Clocks:
    return replace(clocks, said={**clocks.said, snapshot.key: snapshot})


def _first_said(event: ClockOpened) -> ClockSnapshot:
    return ClockSnapshot(
        code=event.code,
        key=event.key,
        anchor=event.anchor,
        anchored_at=event.anchored_at,
        due=event.due,
        plan_by=event.plan_by,
        paused_until=event.paused_until,
    )


def _said_next(
    said: ClockSnapshot, event: ClockDueMoved | ClockMet | ClockStopped | ClockReopened
) -> ClockSnapshot:
    match event:
        case ClockDueMoved(anchor=anchor, anchored_at=at, new_due=due, plan_by=plan_by):
            moved = {"anchor": anchor, "anchored_at": at, "due": due, "plan_by": plan_by}
            return said.model_copy(update={**moved, "paused_until": event.paused_until})
        case ClockMet(closed_by=by, closed_at=at):
            return said.standing(Outcome.MET, by, at)
        case ClockStopped(why=why, closed_by=by, closed_at=at):
            return said.standing(STOPPED_AS[why], by, at)
        case ClockReopened():
            return said.standing(Outcome.RUNNING)
