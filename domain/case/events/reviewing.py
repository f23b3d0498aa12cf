"""What can happen to a statutory review besides its being planned and held."""

from datetime import date
from typing import ClassVar

from domain.case.review import DisputeId, DisputeTier, RecordStep, ReviewAction, ReviewId
from domain.shared.code_lists import Code
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class EarlyReviewAsked(Event):
    """A review is to be held by a day, sooner than it would fall due."""

    stored_as: ClassVar[str] = "case.early_review_asked.v1"

    because: Code
    on: When
    before: date
    words: Sealed[str | None]
    by: Subject

    def effective(self) -> When:
        return self.on


class ReviewAdjourned(Event):
    """A review was begun, and is to go on on another day; it counts when it is completed."""

    stored_as: ClassVar[str] = "case.review_adjourned.v1"

    review_id: ReviewId
    first_sat_on: When
    resumes_on: date
    because: Code
    by: Subject

    def effective(self) -> When:
        return self.first_sat_on


class ReviewCancelled(Event):
    """A planned review is not held; the deadline runs on."""

    stored_as: ClassVar[str] = "case.review_cancelled.v1"

    review_id: ReviewId
    because: Code
    by: Subject


class ReviewDecisionsConfirmed(Event):
    """A manager confirmed for the council what a review decided."""

    stored_as: ClassVar[str] = "case.review_decisions_confirmed.v1"

    review_id: ReviewId
    on: When
    actions: tuple[ReviewAction, ...]
    by: Subject

    def effective(self) -> When:
        return self.on


class ReviewRecordMoved(Event):
    """The record of a review was issued, or distributed."""

    stored_as: ClassVar[str] = "case.review_record_moved.v1"

    review_id: ReviewId
    step: RecordStep
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


class ReviewActionFinished(Event):
    """What a review decided was done."""

    stored_as: ClassVar[str] = "case.review_action_finished.v1"

    review_id: ReviewId
    action: Code
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


class IRODisputeRaised(Event):
    """The reviewing officer disputes what is done for the child, or not done."""

    stored_as: ClassVar[str] = "case.iro_dispute_raised.v1"

    dispute_id: DisputeId
    about: Code
    words: Sealed[str | None]
    tier: DisputeTier
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


class IRODisputeEscalated(Event):
    """The dispute was put to the next tier, or Cafcass was asked."""

    stored_as: ClassVar[str] = "case.iro_dispute_escalated.v1"

    dispute_id: DisputeId
    tier: DisputeTier
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


class IRODisputeResolved(Event):
    """The dispute is over, by the word of the officer who raised it."""

    stored_as: ClassVar[str] = "case.iro_dispute_resolved.v1"

    dispute_id: DisputeId
    outcome: Code
    words: Sealed[str | None]
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


ReviewingEvent = (
    EarlyReviewAsked
    | ReviewAdjourned
    | ReviewCancelled
    | ReviewDecisionsConfirmed
    | ReviewRecordMoved
    | ReviewActionFinished
)
DisputeEvent = IRODisputeRaised | IRODisputeEscalated | IRODisputeResolved
