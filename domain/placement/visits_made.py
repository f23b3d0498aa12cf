"""Visits as they are now believed to have been, after corrections."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard
from uuid import UUID

from domain.placement.errors import UnknownVisit
from domain.placement.events.visits import ChildVisited, VisitAttempted, VisitCorrected
from domain.placement.history import History, of_kind
from domain.placement.visit import Visit
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded

Made = ChildVisited | VisitAttempted


def visits(history: History) -> Sequence[Recorded[Made]]:
    """Every visit and attempt with the last word on it, in business order; none that never was."""
    return in_business_order(_put_right(history))


def seen(history: History) -> Sequence[Recorded[ChildVisited]]:
    """Those at which the child was seen: an attempt meets no deadline."""

    def is_seen(recorded: Recorded[Made]) -> TypeGuard[Recorded[ChildVisited]]:
        return isinstance(recorded.event, ChildVisited)

    return [recorded for recorded in visits(history) if is_seen(recorded)]


def standing_visit(history: History, event_id: UUID) -> Visit | None:
    """What is believed on the word of an event, a visit or its correction, to correct it.

    None where it is believed that there was no such visit. Raises `UnknownVisit` for any other
    event.
    """
    fact_of = _facts(history)
    if event_id not in fact_of:
        raise UnknownVisit
    fact = fact_of[event_id]
    found = next((each for each in _put_right(history) if each.event_id == fact), None)
    return found.event.visit if found else None


def _facts(history: History) -> dict[UUID, UUID]:
    """Of each visit and each word on it, the event that first told of it (6-05)."""
    fact_of: dict[UUID, UUID] = {}
    for recorded in history:
        match recorded.event:
            case ChildVisited() | VisitAttempted():
                fact_of[recorded.event_id] = recorded.event_id
            case VisitCorrected(corrects=corrects):
                fact_of[recorded.event_id] = fact_of.get(corrects, corrects)
    return fact_of


def _put_right(history: History) -> Iterator[Recorded[Made]]:
    fact_of, latest = _facts(history), dict[UUID, VisitCorrected]()
    for recorded in history:
        if isinstance(recorded.event, VisitCorrected):
            latest[fact_of[recorded.event_id]] = recorded.event
    told: list[Recorded[Made]] = [
        *of_kind(history, ChildVisited),
        *of_kind(history, VisitAttempted),
    ]
    for made in told:
        word = latest.get(made.event_id)
        now = word.now if word else made.event.visit
        if now is not None:
            yield _told(made, now)


def _told(recorded: Recorded[Made], visit: Visit) -> Recorded[Made]:
    """The visit as it is believed to have been, on the day on which it was."""
    kind = ChildVisited if visit.seen else VisitAttempted
    event = kind(visit=visit, by=recorded.event.by)
    return replace(recorded, event=event, effective_at=visit.on)
