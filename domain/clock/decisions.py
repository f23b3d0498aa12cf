"""Every transition of a clock stream, in one table."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from domain.clock.commands import ClockCommand, ReconcileClocks, RecordBreach
from domain.clock.events import (
    ClockBreached,
    ClockDueMoved,
    ClockEvent,
    ClockMet,
    ClockOpened,
    ClockReopened,
    ClockStopped,
    TimerRanOut,
    WhyMoved,
    WhyStopped,
)
from domain.clock.rules import has_breach_to_note, is_closed_anew, runs_again, why_moved
from domain.clock.snapshot import ClockSnapshot
from domain.clock.state import Clocks
from domain.shared.clock_catalogue import TIMERS
from domain.shared.clocks import Outcome
from domain.shared.errors import NotFound
from domain.shared.vocabulary import EventId


def decide(clocks: Clocks, command: ClockCommand) -> Sequence[ClockEvent]:
    """Turn a command into the events it causes. Asked again, it causes none."""
    match command:
        case ReconcileClocks():
            return reconcile(clocks, command)
        case RecordBreach():
            return record_breach(clocks, command)


def reconcile(clocks: Clocks, command: ReconcileClocks) -> Sequence[ClockEvent]:
    """Bring what was said up to what is computed, clock by clock."""
    because, events = command.because, list[ClockEvent]()
    for computed in command.clocks:
        said = clocks.said.get(computed.key)
        events += _first(computed, because) if said is None else _changes(said, computed, because)
    computed_keys = {clock.key for clock in command.clocks}
    for key, said in clocks.said.items():
        if key not in computed_keys and said.outcome is not Outcome.NOT_KNOWN:
            events.append(_withdrawn(key, because))
    return events


def record_breach(clocks: Clocks, command: RecordBreach) -> Sequence[ClockEvent]:
    """Note a breach once for each due instant; a clock that is in time needs no note.

    A timer that has run out breaches nothing: that it has is noted all the same.
    """
    said = clocks.said.get(command.key)
    if said is None:
        raise NotFound("There is no clock with this key.")
    if not has_breach_to_note(said, clocks.breaches, command.now):
        return []
    if said.code in TIMERS:
        return [TimerRanOut(key=said.key, code=said.code, due=said.due, known_at=command.now)]
    return [
        ClockBreached(
            key=said.key,
            code=said.code,
            due=said.due,
            known_at=command.now,
            closed_at=said.closed_at,
        )
    ]


def _first(computed: ClockSnapshot, because: EventId) -> Iterator[ClockEvent]:
    if computed.outcome is Outcome.NOT_KNOWN:
        return
    yield ClockOpened(
        key=computed.key,
        code=computed.code,
        anchor=computed.anchor,
        anchored_at=computed.anchored_at,
        due=computed.due,
        plan_by=computed.plan_by,
        because=because,
        paused_until=computed.paused_until,
    )
    yield from _closing(computed, because)


def _changes(
    said: ClockSnapshot, computed: ClockSnapshot, because: EventId
) -> Iterator[ClockEvent]:
    if computed.outcome is Outcome.NOT_KNOWN:
        if said.outcome is not Outcome.NOT_KNOWN:
            yield _withdrawn(said.key, because)
        return
    if runs_again(said, computed):
        yield ClockReopened(key=said.key, because=because)
    if why := why_moved(said, computed):
        yield _moved(said, computed, why, because)
    if is_closed_anew(said, computed):
        yield from _closing(computed, because)


def _moved(
    said: ClockSnapshot, computed: ClockSnapshot, why: WhyMoved, because: EventId
) -> ClockDueMoved:
    return ClockDueMoved(
        key=said.key,
        anchor=computed.anchor,
        anchored_at=computed.anchored_at,
        old_due=said.due,
        new_due=computed.due,
        plan_by=computed.plan_by,
        why=why,
        because=because,
        paused_until=computed.paused_until,
    )


def _closing(computed: ClockSnapshot, because: EventId) -> Iterator[ClockEvent]:
    match computed:
        case ClockSnapshot(outcome=Outcome.MET, closed_by=UUID() as by, closed_at=date() as at):
            yield ClockMet(key=computed.key, closed_by=by, closed_at=at, because=because)
        case ClockSnapshot(outcome=Outcome.STOPPED, closed_by=by, closed_at=at):
            yield ClockStopped(
                key=computed.key,
                why=WhyStopped.ENDED,
                closed_by=by,
                closed_at=at,
                because=because,
            )


def _withdrawn(key: str, because: EventId) -> ClockStopped:
    return ClockStopped(key=key, why=WhyStopped.WITHDRAWN, because=because)
