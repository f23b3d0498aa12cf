"""What follows a statutory review, and what comes before it is due.

C-IRO-5WD: the decisions are confirmed in 5 working days of the review, its record is issued in
15 and distributed in 20. C-IRODISP-20WD: a dispute is over in 20 working days, however high it
went. C-SREV-EARLY: a review that was asked for is held by the day that was named
(docs/domain/03, 3.2; docs/domain/10, R-215 and R-216).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from domain.case.clocks import clocks
from domain.case.corrections import standing
from domain.case.events import (
    CaseEvent,
    CeasedLookedAfter,
    EarlyReviewAsked,
    IRODisputeRaised,
    IRODisputeResolved,
    ReviewDecisionsConfirmed,
    ReviewRecordMoved,
    StatutoryReviewHeld,
)
from domain.case.review import FollowUp, RecordStep, ReviewId
from domain.shared.clock_catalogue import (
    C_IRO_5WD,
    C_IRO_5WD_DISTRIBUTED,
    C_IRO_5WD_RECORD,
    C_IRODISP_20WD,
    C_SREV_3M,
    C_SREV_6M,
    C_SREV_20,
    C_SREV_EARLY,
    SREV_ADJOURNED,
)
from domain.shared.clocks import (
    Clock,
    ClockCode,
    ClockTerms,
    Outcome,
    due_after,
    due_by,
    met,
    opened,
    stopped,
)
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day

Fact = Recorded[CaseEvent]
Facts = Sequence[Fact]

STATUTORY_REVIEWS: Final = frozenset({C_SREV_20, C_SREV_3M, C_SREV_6M})

LIMITS: Mapping[FollowUp, ClockCode] = {
    FollowUp.DECISIONS: C_IRO_5WD,
    FollowUp.RECORD: C_IRO_5WD_RECORD,
    FollowUp.DISTRIBUTION: C_IRO_5WD_DISTRIBUTED,
}


def review_clocks(history: Facts, terms: ClockTerms) -> Iterator[Clock]:
    """One for each step after each review that has an id, each dispute, each early review."""
    facts = standing(history)
    for fact in facts:
        match fact.event:
            case StatutoryReviewHeld(review_id=review_id) if review_id is not None:
                yield from _after(fact, review_id, facts, terms)
            case IRODisputeRaised():
                yield _dispute(fact, facts, terms)
            case EarlyReviewAsked(before=before):
                yield _early(fact, before, facts, terms)
            case _:
                continue


def latest_resumption(history: Facts, terms: ClockTerms) -> date | None:
    """Until when a review may go on that is adjourned now: so long after it is due (2.7).

    By the deadlines of reviews alone: whatever else is owed of the child bears on none (R-223).
    """
    due = [each for each in clocks(history, terms) if _of_a_review(each)]
    if not due:
        return None
    first = min(london_day(each.due.at) for each in due)
    limit = terms.limits[SREV_ADJOURNED]
    return london_day(due_after(limit, first, terms.calendar, terms.office_hours).at)


def _of_a_review(clock: Clock) -> bool:
    return clock.code in STATUTORY_REVIEWS and clock.outcome is Outcome.RUNNING


def _after(held: Fact, review: ReviewId, facts: Facts, terms: ClockTerms) -> Iterator[Clock]:
    for step, limit in LIMITS.items():
        key = f"{C_IRO_5WD}:{step}:{review}"
        clock = opened(held, C_IRO_5WD, terms.limits[limit], terms, key=key)
        done = [each for each in facts if _follows(each.event, review) is step]
        yield met(clock, done[0]) if done else clock


def _follows(event: CaseEvent, review: ReviewId) -> FollowUp | None:
    match event:
        case ReviewDecisionsConfirmed(review_id=of) if of == review:
            return FollowUp.DECISIONS
        case ReviewRecordMoved(review_id=of, step=step) if of == review:
            return FollowUp.RECORD if step is RecordStep.ISSUED else FollowUp.DISTRIBUTION
        case _:
            return None


def _dispute(raised: Fact, facts: Facts, terms: ClockTerms) -> Clock:
    key = f"{C_IRODISP_20WD}:{raised.event_id}"
    clock = opened(raised, C_IRODISP_20WD, terms.limits[C_IRODISP_20WD], terms, key=key)
    over = [
        each
        for each in facts
        if isinstance(raised.event, IRODisputeRaised)
        and isinstance(each.event, IRODisputeResolved)
        and each.event.dispute_id == raised.event.dispute_id
    ]
    return met(clock, over[0]) if over else clock


def _early(asked: Fact, before: date, facts: Facts, terms: ClockTerms) -> Clock:
    """Met by the first review from that day on; stopped once the child has ceased."""
    clock = due_by(asked, C_SREV_EARLY, before, terms)
    since = london_day(asked.effective_at)
    for each in facts:
        day = london_day(each.effective_at)
        if day < since or (day == since and each.position < asked.position):
            continue
        if isinstance(each.event, StatutoryReviewHeld):
            return met(clock, each)
        if isinstance(each.event, CeasedLookedAfter):
            return stopped(clock, each)
    return clock
