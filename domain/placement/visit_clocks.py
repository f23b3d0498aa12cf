"""C-VISIT-…: the child is seen within a week of the start, and then as often as the law asks.

Each visit at which the child is seen meets the clock that runs and opens the next, by the
pattern of that day. Where the pattern becomes another between two visits, the clock is stopped
and a new one counts from the change; what had run out by then stays run out until the child is
seen. The calculation is a ruling (docs/domain/10, R-137 to R-139).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from domain.placement.history import History
from domain.placement.visit_pattern import VisitPattern
from domain.placement.visits_owed import Fact, VisitingSpan, visiting_spans
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clock_catalogue import C_VISIT_1W
from domain.shared.clocks import Clock, ClockTerms, Due, Outcome, due_after, met, opened, stopped
from domain.shared.moments import begins, london_day


def visit_clocks(history: History, terms: ClockTerms, child: ChildInLaw) -> Sequence[Clock]:
    """Every visit that fell or falls due in one placement."""
    spans = visiting_spans(history, child)
    found = (clock for span in spans for clock in _of_span(span, terms))
    return [clock for clock in found if _is_owed(clock, child)]


@dataclass(frozen=True, kw_only=True)
class _Running:
    """The clock that runs at a point of the span, its pattern, and what it is counted from."""

    clock: Clock
    pattern: VisitPattern
    counted_from: Fact | None = None


def _of_span(span: VisitingSpan, terms: ClockTerms) -> Iterator[Clock]:
    running, visits = _first(span, terms), span.visits()
    for fact in sorted([*visits, *span.changes()], key=attrgetter("order")):
        following = span.pattern_at(fact, terms)
        if fact in visits:
            yield met(running.clock, fact)
            running = _after(fact, following, terms)
        elif _gives_way(running, following, fact):
            yield stopped(running.clock, fact)
            running = _changed(running, following, fact, terms)
    yield running.clock if span.ended_by is None else stopped(running.clock, span.ended_by)


def _first(span: VisitingSpan, terms: ClockTerms) -> _Running:
    """Within a week of the start.

    Of what was brought in from elsewhere later than that, nobody knows the visits made before:
    the first that we know of is due within an interval of the day on which we were told.
    """
    pattern = span.pattern_at(span.opened_by, terms)
    limit = terms.limits[C_VISIT_1W]
    clock = opened(span.opened_by, C_VISIT_1W, limit, terms, anchored_at=span.since)
    if clock.outcome is Outcome.NOT_KNOWN and span.ended_by is None:
        told, limit = london_day(span.opened_by.recorded_at), terms.limits[pattern.limit]
        clock = opened(span.opened_by, pattern.code, limit, terms, anchored_at=told)
    return _Running(clock=clock, pattern=pattern)


def _after(visit: Fact, pattern: VisitPattern, terms: ClockTerms) -> _Running:
    clock = opened(visit, pattern.code, terms.limits[pattern.limit], terms)
    return _Running(clock=clock, pattern=pattern, counted_from=visit)


def _gives_way(running: _Running, following: VisitPattern, change: Fact) -> bool:
    """Whether a change opens another clock: not before the first visit, nor once overdue."""
    overdue = running.clock.due.at < begins(change.effective_at)
    return running.counted_from is not None and following != running.pattern and not overdue


def _changed(
    running: _Running, following: VisitPattern, change: Fact, terms: ClockTerms
) -> _Running:
    limit = terms.limits[following.at_once or following.limit]
    clock = opened(change, following.code, limit, terms)
    if following.at_once is None:
        clock = replace(clock, due=_due(running, following, change, terms))
    return replace(running, clock=clock, pattern=following)


def _due(running: _Running, following: VisitPattern, change: Fact, terms: ClockTerms) -> Due:
    """By the new interval from the last visit.

    A shorter one leaves a week from the change, for nobody is late on the day it is made, and
    never more time than there was before.
    """
    seen = running.counted_from or change
    from_visit = due_after(terms.limits[following.limit], seen.effective_at, terms.calendar)
    if from_visit.at >= running.clock.due.at:
        return from_visit
    a_week = due_after(terms.limits[C_VISIT_1W], change.effective_at, terms.calendar)
    soonest = max(from_visit, a_week, key=attrgetter("at"))
    return min(running.clock.due, soonest, key=attrgetter("at"))


def _is_owed(clock: Clock, child: ChildInLaw) -> bool:
    """Whether it was met, or falls due before the 18th birthday, when visits stop (6-38)."""
    if clock.outcome is Outcome.MET or child.adult_from is None:
        return True
    return london_day(clock.due.at) < child.adult_from
