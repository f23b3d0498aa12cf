"""C-PLAN-5WD: the plan for living there is prepared and signed, five working days from the start.

The regulation asks for it before the start, and allows five working days where that was not
reasonably practicable (SI 2010/959, reg. 9): the gate of an agreed start asks for it before,
and the clock gives everybody the five days (docs/domain/10, R-140).
"""

from collections.abc import Iterator

from domain.placement.events.plans import PlacementPlanSigned
from domain.placement.history import History, of_kind
from domain.placement.visits_owed import VisitingSpan, visiting_spans
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clock_catalogue import C_PLAN_5WD
from domain.shared.clocks import Clock, ClockTerms, Outcome, closed, opened
from domain.shared.moments import before, london_day


def plan_clock(history: History, terms: ClockTerms, child: ChildInLaw) -> Iterator[Clock]:
    """One for each time that the child was looked after here; met by a plan that is signed."""
    for number, span in enumerate(visiting_spans(history, child)):
        clock = opened(
            span.opened_by, C_PLAN_5WD, terms.limits[C_PLAN_5WD], terms, anchored_at=span.since
        )
        clock = _closed(clock, span, is_first=number == 0)
        if clock.outcome is Outcome.MET or _is_owed(clock, child):
            yield clock


def _closed(clock: Clock, span: VisitingSpan, *, is_first: bool) -> Clock:
    signed = [
        each
        for each in of_kind(span.history, PlacementPlanSigned)
        if is_first or not before(each.effective_at, span.since)
    ]
    first, end = next(iter(signed), None), span.ended_by
    late = first and end and before(end.effective_at, first.effective_at)
    return closed(clock, None if late else first, end)


def _is_owed(clock: Clock, child: ChildInLaw) -> bool:
    return child.adult_from is None or london_day(clock.due.at) < child.adult_from
