"""Clocks: what a capability says of its own deadlines, and how they stand.

One pure engine: a clock at date D as known at instant T is computed from the history cut
at T. A capability's `clocks(history, terms)` yields one `Clock` for each deadline its
events opened; the clock streams and the worklist follow from that and from nothing else.
`deadlines` does the counting; `clock_catalogue` has the codes.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, TypeVar
from uuid import UUID

from domain.shared.calendar import OFFICE_HOURS, Calendar, OfficeHours
from domain.shared.deadlines import Due, Limit, Unit, due_after, months_before
from domain.shared.envelope import Channel, Recorded
from domain.shared.messages import Event
from domain.shared.moments import end_of_day, london_day
from domain.shared.pauses import due_after_pause

__all__ = [
    "Clock",
    "ClockCode",
    "ClockTerms",
    "Due",
    "Limit",
    "Outcome",
    "Unit",
    "due_after",
    "due_by",
    "is_breached",
    "met",
    "months_before",
    "opened",
    "ran_out",
    "stood_still",
    "stopped",
    "was_in_time",
]

E = TypeVar("E", bound=Event)
F = TypeVar("F", bound=Event)

ClockCode = NewType("ClockCode", str)

BROUGHT_IN = frozenset({Channel.IMPORT, Channel.BACKFILL})


class Outcome(StrEnum):
    """How a clock stands. Breach is not an outcome: it is a fact about one that ran out."""

    RUNNING = "running"
    MET = "met"
    STOPPED = "stopped"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One deadline of one stream, computed from its history.

    `key` is unique within the stream and holds nothing personal: the code and what it is
    about. `anchor` is the event that opened it, `closed_by` the one that met or stopped
    it, at `closed_at`. One that stands still does so until `paused_until`; `limit` is what it
    counts, where it counts anything.
    """

    code: ClockCode
    key: str
    anchor: UUID
    anchored_at: date | datetime
    due: Due
    outcome: Outcome = Outcome.RUNNING
    closed_by: UUID | None = None
    closed_at: date | datetime | None = None
    limit: Limit | None = None
    paused_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTerms:
    """The dated reference data that clocks are computed with, and its edition."""

    calendar: Calendar
    limits: dict[ClockCode, Limit]
    office_hours: OfficeHours = OFFICE_HOURS


def opened(
    recorded: Recorded[E],
    code: ClockCode,
    limit: Limit,
    terms: ClockTerms,
    *,
    key: str | None = None,
    anchored_at: date | datetime | None = None,
) -> Clock:
    """The clock that an event opens, anchored on when it was true (R10).

    One brought in from elsewhere after it had already run out is not known: whether it was
    met is in records that we do not have.
    """
    anchor = recorded.effective_at if anchored_at is None else anchored_at
    due = due_after(limit, anchor, terms.calendar, terms.office_hours)
    was_over = recorded.channel in BROUGHT_IN and due.at <= recorded.recorded_at
    return Clock(
        code=code,
        key=key or f"{code}:{recorded.event_id}",
        anchor=recorded.event_id,
        anchored_at=anchor,
        due=due,
        outcome=Outcome.NOT_KNOWN if was_over else Outcome.RUNNING,
        limit=limit,
    )


def due_by(
    recorded: Recorded[E],
    code: ClockCode,
    day: date,
    terms: ClockTerms,
    *,
    anchored_at: date | datetime | None = None,
) -> Clock:
    """The clock that an event opens which names the last day itself. Otherwise as `opened`."""
    due = Due(at=end_of_day(day), plan_by=terms.calendar.on_or_before(day))
    was_over = recorded.channel in BROUGHT_IN and due.at <= recorded.recorded_at
    return Clock(
        code=code,
        key=f"{code}:{recorded.event_id}",
        anchor=recorded.event_id,
        anchored_at=recorded.effective_at if anchored_at is None else anchored_at,
        due=due,
        outcome=Outcome.NOT_KNOWN if was_over else Outcome.RUNNING,
    )


def stood_still(clock: Clock, since: datetime, until: datetime, terms: ClockTerms) -> Clock:
    """A running clock, held from `since` until `until`: what was left then is left afterwards.

    One that had run out by then stays as it is: a pause mends no breach.
    """
    if clock.outcome is not Outcome.RUNNING or clock.limit is None or clock.due.at < since:
        return clock
    due = due_after_pause(
        clock.due, clock.limit.unit, (since, until), terms.calendar, terms.office_hours
    )
    return replace(clock, due=due, paused_until=until)


def met(clock: Clock, recorded: Recorded[E]) -> Clock:
    """The clock, met by an event. What is closed, or not known, stays as it is."""
    return _with(clock, recorded, Outcome.MET)


def stopped(clock: Clock, recorded: Recorded[E]) -> Clock:
    """The clock, stopped by an event. What is closed, or not known, stays as it is."""
    return _with(clock, recorded, Outcome.STOPPED)


def closed(clock: Clock, answer: Recorded[E] | None, stop: Recorded[F] | None) -> Clock:
    """The clock, met by its answer if it has one, or else stopped by what stopped it."""
    if answer is not None:
        return met(clock, answer)
    return clock if stop is None else stopped(clock, stop)


def is_breached(clock: Clock, at: datetime) -> bool:
    """Whether by this instant the clock has run out, closed too late or not at all (R-05)."""
    return clock.outcome is not Outcome.NOT_KNOWN and ran_out(clock.due.at, clock.closed_at, at)


def was_in_time(clock: Clock) -> bool:
    """Whether it was closed before it ran out."""
    return clock.closed_at is not None and not _is_after(clock.closed_at, clock.due.at)


def ran_out(due: datetime, closed_at: date | datetime | None, at: datetime) -> bool:
    """Whether a deadline has passed unanswered. The deadline itself is still in time (R-05).

    What is known only to have happened on the due day is in time too.
    """
    return at > due and (closed_at is None or _is_after(closed_at, due))


def _is_after(when: date | datetime, due: datetime) -> bool:
    return when > due if isinstance(when, datetime) else when > london_day(due)


def _with(clock: Clock, recorded: Recorded[E], outcome: Outcome) -> Clock:
    if clock.outcome is not Outcome.RUNNING:
        return clock
    return replace(
        clock, outcome=outcome, closed_by=recorded.event_id, closed_at=recorded.effective_at
    )
