"""The deadlines of a young person's way out of care (docs/domain/03, 3.2; docs/domain/10, R-219).

C-PATHNEEDS-3M: needs assessed within three months of becoming eligible. C-PATHREV-6M: the
plan reviewed within six months of being made, and of each review. C-PAVISIT-7D and -2M: the
personal adviser comes within seven days of when a relevant or former relevant young person is
given somewhere to live, and every two months from then on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.case.chronology import chronology
from domain.case.corrections import standing
from domain.case.events import (
    CaseEvent,
    PathwayNeedsAssessed,
    PathwayPlanMade,
    PathwayReviewHeld,
    PersonalAdviserVisited,
)
from domain.case.leaving_care import LeavingCare, Turn, leaving_care
from domain.shared.child_in_law import PlacementBegan
from domain.shared.clock_catalogue import (
    C_PATHNEEDS_3M,
    C_PATHREV_6M,
    C_PAVISIT_2M,
    C_PAVISIT_7D,
)
from domain.shared.clocks import Clock, ClockCode, ClockTerms, Outcome, met, opened
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day

Fact = Recorded[CaseEvent]
Facts = Sequence[Fact]


@dataclass(frozen=True, slots=True)
class Given:
    """Somewhere to live, for as long as the adviser has to come: from a day, until a day."""

    placement: PlacementBegan
    since: date
    until: date


def pathway_clocks(
    history: Facts, terms: ClockTerms, placements: Sequence[PlacementBegan]
) -> Iterator[Clock]:
    facts, turns = standing(history), leaving_care(chronology(history))
    if not turns:
        return
    yield _needs(facts, turns[0], terms)
    yield from _reviews(facts, turns[-1].until, terms)
    for given in _given(turns, placements):
        yield from _visits(facts, given, terms)


def _needs(facts: Facts, first: Turn, terms: ClockTerms) -> Clock:
    """Of the first day on which the young person was eligible; being relevant begins none anew."""
    source = next(each for each in facts if each.event_id == first.source)
    clock = _clock(source, C_PATHNEEDS_3M, terms, str(first.source), first.since)
    done = [each for each in facts if isinstance(each.event, PathwayNeedsAssessed)]
    return met(clock, done[0]) if done else clock


def _reviews(facts: Facts, over: date, terms: ClockTerms) -> Iterator[Clock]:
    """From the first plan on, each review the next; a plan that is made anew moves nothing."""
    plan = [each for each in facts if isinstance(each.event, PathwayPlanMade)][:1]
    held = [each for each in facts if isinstance(each.event, PathwayReviewHeld)]
    for anchor, following in pairwise([*plan, *held, None]):
        if anchor is not None and (plan or held):
            clock = _clock(anchor, C_PATHREV_6M, terms, str(anchor.event_id), anchor.effective_at)
            done = met(clock, following) if following is not None else clock
            if _is_owed(done, over):
                yield done


def _given(turns: Sequence[Turn], placements: Sequence[PlacementBegan]) -> Iterator[Given]:
    """Where the young person lived while relevant or former relevant, from then on."""
    for stay in placements:
        left = london_day(stay.until) if stay.until else date.max
        for since, until in _left_care(turns):
            begins, ends = max(since, london_day(stay.since)), min(until, left)
            if begins < ends:
                yield Given(stay, begins, ends)


def _left_care(turns: Sequence[Turn]) -> Iterator[tuple[date, date]]:
    """From when until when care had been left; coming of age interrupts nothing."""
    since: date | None = None
    for turn in turns:
        if turn.standing is LeavingCare.ELIGIBLE:
            if since is not None:
                yield since, turn.since
            since = None
        else:
            since = since or turn.since
    if since is not None:
        yield since, turns[-1].until


def _visits(facts: Facts, given: Given, terms: ClockTerms) -> Iterator[Clock]:
    visits = [each for each in facts if _came(each, given)]
    key = f"{given.placement.fact.event_id}:{given.since}"
    first = _clock(given.placement.fact, C_PAVISIT_7D, terms, key, given.since)
    yield from _owed([met(first, visits[0]) if visits else first], given)
    for visit, following in pairwise([*visits, None]):
        if visit is not None:
            clock = _clock(visit, C_PAVISIT_2M, terms, str(visit.event_id), visit.effective_at)
            yield from _owed([met(clock, following) if following else clock], given)


def _came(fact: Fact, given: Given) -> bool:
    """A visit in vain is on record and meets nothing."""
    seen = isinstance(fact.event, PersonalAdviserVisited) and fact.event.seen
    return seen and given.since <= london_day(fact.effective_at) <= given.until


def _owed(found: Sequence[Clock], given: Given) -> Iterator[Clock]:
    """What was met, and what falls due while the young person still lives there."""
    return (each for each in found if _is_owed(each, given.until))


def _is_owed(clock: Clock, until: date) -> bool:
    return clock.outcome is Outcome.MET or london_day(clock.due.at) < until


def _clock(
    fact: Recorded[CaseEvent], code: ClockCode, terms: ClockTerms, about: str, anchored_at: When
) -> Clock:
    return opened(
        fact,
        code,
        terms.limits[code],
        terms,
        key=f"{code}:{about}",
        anchored_at=anchored_at,
    )
