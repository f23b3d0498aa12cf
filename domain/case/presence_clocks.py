"""C-MISSING and C-RHI-72: the police told within the hour, the child asked within three days.

Source: statutory guidance on children who run away or go missing (L-23); docs/domain/10, R-24.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from domain.case.events import (
    CaseEvent,
    ChildAway,
    ChildMissing,
    ChildReturned,
    PoliceTold,
    ReturnInterviewDeclined,
    ReturnInterviewHeld,
)
from domain.case.police_told import calls
from domain.shared.chronology import in_business_order
from domain.shared.clock_catalogue import C_MISSING, C_RHI_72
from domain.shared.clocks import (
    Clock,
    ClockTerms,
    due_by,
    met,
    opened,
    stopped,
    was_in_time,
)
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, is_instant, london_day

Facts = Sequence[Recorded[CaseEvent]]


def presence_clocks(history: Facts, terms: ClockTerms, adult_from: date | None) -> Iterator[Clock]:
    """Those of a child, and of nobody who was 18 when it began."""
    facts, told = in_business_order(history), calls(history)
    for place, fact in enumerate(facts):
        if adult_from is not None and london_day(fact.effective_at) >= adult_from:
            return
        if isinstance(fact.event, ChildMissing):
            yield _police(fact, facts[place + 1 :], told.get(fact.event_id), terms)
        if isinstance(fact.event, ChildReturned):
            yield _interview(fact, facts, terms)


def _police(
    gone: Recorded[CaseEvent],
    since: Facts,
    told: Recorded[PoliceTold] | None,
    terms: ClockTerms,
) -> Clock:
    """Within the hour, or where only the day is known by its end; met once the police know.

    A child who was back or found in time had stopped it, whoever was told afterwards.
    """
    if is_instant(gone.effective_at):
        clock = opened(gone, C_MISSING, terms.limits[C_MISSING], terms)
    else:
        clock = due_by(gone, C_MISSING, london_day(gone.effective_at), terms)
    over = next((each for each in since if isinstance(each.event, ChildReturned | ChildAway)), None)
    found = stopped(clock, over) if over else clock
    if told is None or (_is_late(told, over) and was_in_time(found)):
        return found
    return met(clock, told)


def _is_late(told: Recorded[PoliceTold], over: Recorded[CaseEvent] | None) -> bool:
    return over is not None and begins(over.effective_at) < begins(told.effective_at)


def _interview(back: Recorded[CaseEvent], facts: Facts, terms: ClockTerms) -> Clock:
    """Each return has its own, though one interview may answer several (6-80).

    A child who would not talk at first may talk the next day: one held in time counts (R-245).
    """
    clock = opened(back, C_RHI_72, terms.limits[C_RHI_72], terms)
    about = [fact for fact in facts if _is_about(fact, back.event_id)]
    held = (fact for fact in about if isinstance(fact.event, ReturnInterviewHeld))
    in_time = (each for each in held if was_in_time(met(clock, each)))
    first = next(iter((*in_time, *about)), None)
    if first is None:
        return clock
    is_held = isinstance(first.event, ReturnInterviewHeld)
    return met(clock, first) if is_held else stopped(clock, first)


def _is_about(fact: Recorded[CaseEvent], returned: UUID) -> bool:
    event = fact.event
    return (
        isinstance(event, ReturnInterviewHeld | ReturnInterviewDeclined)
        and returned in event.returns
    )
