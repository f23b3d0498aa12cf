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
from domain.shared.chronology import in_business_order
from domain.shared.clock_catalogue import C_MISSING, C_RHI_72
from domain.shared.clocks import Clock, ClockTerms, due_by, met, opened, stopped
from domain.shared.envelope import Recorded
from domain.shared.moments import is_instant, london_day

Facts = Sequence[Recorded[CaseEvent]]


def presence_clocks(history: Facts, terms: ClockTerms, adult_from: date | None) -> Iterator[Clock]:
    """Those of a child, and of nobody who was 18 when it began."""
    facts = in_business_order(history)
    for place, fact in enumerate(facts):
        if adult_from is not None and london_day(fact.effective_at) >= adult_from:
            return
        if isinstance(fact.event, ChildMissing):
            yield _police(fact, facts[place + 1 :], terms)
        if isinstance(fact.event, ChildReturned):
            yield _interview(fact, facts, terms)


def _police(gone: Recorded[CaseEvent], since: Facts, terms: ClockTerms) -> Clock:
    """Within the hour, or where only the day is known by its end; met once the police know."""
    if is_instant(gone.effective_at):
        clock = opened(gone, C_MISSING, terms.limits[C_MISSING], terms)
    else:
        clock = due_by(gone, C_MISSING, london_day(gone.effective_at), terms)
    for fact in since:
        if isinstance(fact.event, PoliceTold):
            return met(clock, fact)
        if isinstance(fact.event, ChildReturned | ChildAway):
            return stopped(clock, fact)
    return clock


def _interview(back: Recorded[CaseEvent], facts: Facts, terms: ClockTerms) -> Clock:
    """Each return has its own, though one interview may answer several (6-80)."""
    clock = opened(back, C_RHI_72, terms.limits[C_RHI_72], terms)
    for fact in facts:
        if _is_about(fact, back.event_id):
            held = isinstance(fact.event, ReturnInterviewHeld)
            return met(clock, fact) if held else stopped(clock, fact)
    return clock


def _is_about(fact: Recorded[CaseEvent], returned: UUID) -> bool:
    event = fact.event
    return (
        isinstance(event, ReturnInterviewHeld | ReturnInterviewDeclined)
        and returned in event.returns
    )
