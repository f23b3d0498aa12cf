"""The deadlines of a child's own record; of these here statutory reviews.

They follow the period of care and no placement.

The first within 20 working days of becoming looked after, the second within 3 months of
the first, each later one within 6 months of the one before (SI 2010/959, reg. 33). A move
restarts none of them (6-29); becoming looked after again starts anew (6-30).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, repeat
from uuid import UUID

from domain.case.chronology import ADULT, CaseChronology, chronology
from domain.case.chronology.periods import CarePeriod
from domain.case.corrections import standing
from domain.case.events import CaseEvent, StatutoryReviewHeld
from domain.case.presence_clocks import presence_clocks
from domain.shared.clock_catalogue import C_SREV_3M, C_SREV_6M, C_SREV_20
from domain.shared.clocks import Clock, ClockCode, ClockTerms, Outcome, met, opened, stopped
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.shared.vocabulary import birthday

Fact = Recorded[CaseEvent]


def clocks(history: Sequence[Recorded[CaseEvent]], terms: ClockTerms) -> Sequence[Clock]:
    """Every deadline of the child itself that fell or falls due, by the history as it stands."""
    facts, record = standing(history), chronology(history)
    by_id = {fact.event_id: fact for fact in facts}
    reviews = [
        clock
        for period in record.care
        for clock in _of_period(period, by_id, _reviews_in(period, facts, record), terms)
        if _is_owed(clock, record)
    ]
    return [*reviews, *presence_clocks(history, terms, _adult_from(record))]


def _of_period(
    period: CarePeriod, by_id: Mapping[UUID, Fact], reviews: Sequence[Fact], terms: ClockTerms
) -> Iterator[Clock]:
    for place, clock in enumerate(_opened(by_id[period.source], reviews, terms)):
        if place < len(reviews):
            yield met(clock, reviews[place])
        elif period.ended_by is not None:
            yield stopped(clock, by_id[period.ended_by])
        else:
            yield clock


def _opened(began: Fact, reviews: Sequence[Fact], terms: ClockTerms) -> Sequence[Clock]:
    first = _clock(began, C_SREV_20, terms, about=began.event_id)
    if not reviews:
        return [first, _second_all_the_same(began, first, terms)]
    codes = chain([C_SREV_3M], repeat(C_SREV_6M))
    # There is one second review to a period of care, so the period names its clock.
    about = chain([began.event_id], (review.event_id for review in reviews[1:]))
    later = zip(reviews, codes, about, strict=False)
    return [first, *(_clock(review, code, terms, about=of) for review, code, of in later)]


def _second_all_the_same(began: Fact, first: Clock, terms: ClockTerms) -> Clock:
    # a first review that is not held still yields the next date, from its own due date.
    return opened(
        began,
        C_SREV_3M,
        terms.limits[C_SREV_3M],
        terms,
        key=f"{C_SREV_3M}:{began.event_id}",
        anchored_at=london_day(first.due.at),
    )


def _clock(fact: Fact, code: ClockCode, terms: ClockTerms, *, about: UUID) -> Clock:
    return opened(fact, code, terms.limits[code], terms, key=f"{code}:{about}")


def _reviews_in(period: CarePeriod, facts: Sequence[Fact], record: CaseChronology) -> list[Fact]:
    reviews = (fact for fact in facts if isinstance(fact.event, StatutoryReviewHeld))
    return [review for review in reviews if _period_of(review, record) == period]


def _period_of(review: Fact, record: CaseChronology) -> CarePeriod | None:
    """The period of care in which a review was held, or that ended on its day."""
    day = london_day(review.effective_at)
    ended = (care for care in record.care if care.until and london_day(care.until) == day)
    return record.care_on(day) or next(ended, None)


def _is_owed(clock: Clock, record: CaseChronology) -> bool:
    """Whether it was met, or falls due before the 18th birthday, when reviews stop (6-38)."""
    adult_from = _adult_from(record)
    if clock.outcome is Outcome.MET or adult_from is None:
        return True
    return london_day(clock.due.at) < adult_from


def _adult_from(record: CaseChronology) -> date | None:
    born_on = record.identity.accepted_birth.born_on if record.identity else None
    return birthday(born_on, ADULT) if isinstance(born_on, date) else None
