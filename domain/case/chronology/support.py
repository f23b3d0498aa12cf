"""Absences, matrices and statutory reviews, from the facts as they now stand."""

from collections.abc import Iterator, Sequence

from domain.case.chronology.periods import MatrixPeriod, MissingPeriod, StatutoryReview
from domain.case.events import (
    CaseEvent,
    ChildAway,
    ChildMissing,
    ChildReturned,
    MatrixAssessed,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
)
from domain.case.presence import Absence
from domain.case.review import ReviewId
from domain.shared.envelope import Recorded
from domain.shared.spans import spans

Facts = Sequence[Recorded[CaseEvent]]


def absences_of(facts: Facts) -> tuple[MissingPeriod, ...]:
    """Each absence shows its own return (6-80)."""
    return spans(_absence_turns(facts))


def matrices_of(facts: Facts) -> tuple[MatrixPeriod, ...]:
    """Each matrix holds until the next, however old it gets."""
    return spans(_matrix_turns(facts))


def reviews_of(facts: Facts) -> tuple[StatutoryReview, ...]:
    """Those held, in business order, and after them those that are planned."""
    planned: dict[ReviewId, StatutoryReview] = {}
    for recorded in facts:
        if isinstance(recorded.event, StatutoryReviewScheduled):
            planned[recorded.event.review_id] = _planned(recorded, recorded.event)
    held = [
        _held(recorded, recorded.event, planned)
        for recorded in facts
        if isinstance(recorded.event, StatutoryReviewHeld)
    ]
    done = {review.review_id for review in held}
    return (*held, *(review for key, review in planned.items() if key not in done))


def _planned(recorded: Recorded[CaseEvent], event: StatutoryReviewScheduled) -> StatutoryReview:
    return StatutoryReview(
        source=recorded.event_id, review_id=event.review_id, planned_for=event.on
    )


def _held(
    recorded: Recorded[CaseEvent],
    event: StatutoryReviewHeld,
    planned: dict[ReviewId, StatutoryReview],
) -> StatutoryReview:
    plan = planned.get(event.review_id) if event.review_id else None
    return StatutoryReview(
        source=recorded.event_id,
        review_id=event.review_id,
        planned_for=plan.planned_for if plan else None,
        held_on=event.on,
        participation=event.participation,
    )


def _absence_turns(facts: Facts) -> Iterator[tuple[Recorded[CaseEvent], MissingPeriod | None]]:
    for recorded in facts:
        match recorded.event:
            case ChildMissing():
                yield recorded, _absent(recorded, Absence.MISSING)
            case ChildAway():
                yield recorded, _absent(recorded, Absence.AWAY)
            case ChildReturned():
                yield recorded, None
            case _:
                continue


def _absent(recorded: Recorded[CaseEvent], absence: Absence) -> MissingPeriod:
    return MissingPeriod(since=recorded.effective_at, source=recorded.event_id, absence=absence)


def _matrix_turns(facts: Facts) -> Iterator[tuple[Recorded[CaseEvent], MatrixPeriod]]:
    for recorded in facts:
        if isinstance(recorded.event, MatrixAssessed):
            matrix = MatrixPeriod(
                since=recorded.effective_at,
                source=recorded.event_id,
                half_hours=recorded.event.half_hours,
                score=recorded.event.score,
                bespoke_24_7=recorded.event.bespoke_24_7_approved_by is not None,
            )
            yield recorded, matrix
