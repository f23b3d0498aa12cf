"""C-CAREPLAN-10: the care plan is there before the first placement, or ten working days from it.

It follows the period of care and its first placement, wherever that was and however soon it
ended: a move restarts nothing (SI 2010/959, reg. 4; docs/domain/10, R-140).
"""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from domain.case.chronology import CaseChronology, chronology
from domain.case.chronology.periods import CarePeriod
from domain.case.corrections import standing
from domain.case.events import CarePlanPrepared, CaseEvent
from domain.case.in_law import adult_from
from domain.shared.child_in_law import PlacementBegan
from domain.shared.clock_catalogue import C_CAREPLAN_10
from domain.shared.clocks import Clock, ClockTerms, Outcome, closed, opened
from domain.shared.envelope import Recorded
from domain.shared.moments import When, begins, london_day

Facts = Mapping[UUID, Recorded[CaseEvent]]


def plan_clocks(
    history: Sequence[Recorded[CaseEvent]], terms: ClockTerms, placements: Sequence[PlacementBegan]
) -> Iterator[Clock]:
    """One for each period of care in which the child was placed."""
    facts, record = {fact.event_id: fact for fact in standing(history)}, chronology(history)
    before: When | None = None
    for period in record.care:
        first = _first_in(period, placements)
        if first is not None:
            clock = _closed(_opened(period, first, terms), period, before, facts)
            if _is_owed(clock, record):
                yield clock
        before = period.until


def _first_in(period: CarePeriod, placements: Sequence[PlacementBegan]) -> PlacementBegan | None:
    """Where the child lived when it came into care, or the first home that it came to after."""
    theirs = [each for each in placements if _overlap(period, each)]
    return min(theirs, key=lambda each: begins(each.since), default=None)


def _overlap(period: CarePeriod, placement: PlacementBegan) -> bool:
    came = period.until is None or london_day(placement.since) < london_day(period.until)
    left = placement.until is not None and london_day(placement.until) < london_day(period.since)
    return came and not left


def _opened(period: CarePeriod, first: PlacementBegan, terms: ClockTerms) -> Clock:
    return opened(
        first.fact,
        C_CAREPLAN_10,
        terms.limits[C_CAREPLAN_10],
        terms,
        key=f"{C_CAREPLAN_10}:{period.source}",
        anchored_at=max(first.since, period.since, key=begins),
    )


def _closed(clock: Clock, period: CarePeriod, before: When | None, facts: Facts) -> Clock:
    """Met by the first plan of this period of care, one prepared ahead of it included."""
    plans = [each for each in facts.values() if isinstance(each.event, CarePlanPrepared)]
    mine = [each for each in plans if _belongs(each.effective_at, before, period)]
    first = min(mine, key=lambda each: each.order, default=None)
    return closed(clock, first, facts[period.ended_by] if period.ended_by else None)


def _belongs(when: When, before: When | None, period: CarePeriod) -> bool:
    since = before is None or london_day(before) <= london_day(when)
    return since and (period.until is None or london_day(when) <= london_day(period.until))


def _is_owed(clock: Clock, record: CaseChronology) -> bool:
    """Whether it was met, or falls due before the 18th birthday (6-38)."""
    of_age = adult_from(record)
    return clock.outcome is Outcome.MET or of_age is None or london_day(clock.due.at) < of_age
