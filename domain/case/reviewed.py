"""How a review and a dispute stand after what happened to them."""

from collections.abc import Mapping
from dataclasses import replace

from domain.case.events.reviewing import (
    DisputeEvent,
    EarlyReviewAsked,
    IRODisputeEscalated,
    IRODisputeRaised,
    IRODisputeResolved,
    ReviewActionFinished,
    ReviewAdjourned,
    ReviewCancelled,
    ReviewDecisionsConfirmed,
    ReviewingEvent,
    ReviewRecordMoved,
)
from domain.case.events.support import StatutoryReviewHeld, StatutoryReviewScheduled
from domain.case.review import (
    Dispute,
    DisputeId,
    DisputeTier,
    RecordStep,
    Review,
    ReviewId,
    Standing,
)

AnyReview = StatutoryReviewScheduled | StatutoryReviewHeld | ReviewingEvent
Reviews = Mapping[ReviewId, Review]
Disputes = Mapping[DisputeId, Dispute]


def with_review(reviews: Reviews, event: AnyReview) -> Reviews:
    """The reviews after an event; what was said of one that has no id is not among them."""
    if isinstance(event, EarlyReviewAsked) or event.review_id is None:
        return reviews
    return {**reviews, event.review_id: _moved(reviews.get(event.review_id), event)}


def with_dispute(disputes: Disputes, event: DisputeEvent) -> Disputes:
    return {**disputes, event.dispute_id: _disputed(disputes, event)}


def _disputed(disputes: Disputes, event: DisputeEvent) -> Dispute:
    match event:
        case IRODisputeRaised():
            return Dispute(event.on, event.tier)
        case IRODisputeEscalated() if event.tier is DisputeTier.CAFCASS:
            return disputes[event.dispute_id]
        case IRODisputeEscalated():
            return replace(disputes[event.dispute_id], tier=event.tier)
        case IRODisputeResolved():
            return replace(disputes[event.dispute_id], resolved=True)


def _moved(review: Review | None, event: AnyReview) -> Review:
    held = review or Review(Standing.SCHEDULED)
    match event:
        case StatutoryReviewHeld(on=on, chaired_by=chair):
            return replace(held, standing=Standing.HELD, held_on=on, chaired_by=chair)
        case ReviewAdjourned(first_sat_on=on):
            return replace(held, standing=Standing.ADJOURNED, first_sat_on=on)
        case ReviewCancelled():
            return replace(held, standing=Standing.CANCELLED)
        case ReviewDecisionsConfirmed(actions=actions):
            return replace(held, confirmed=True, open_actions=frozenset(a.code for a in actions))
        case ReviewRecordMoved(step=RecordStep.ISSUED, on=on):
            return replace(held, issued_on=on)
        case ReviewRecordMoved():
            return replace(held, distributed=True)
        case ReviewActionFinished(action=action):
            return replace(held, open_actions=held.open_actions - {action})
        case _:
            return held
