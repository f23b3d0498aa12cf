"""What can be asked about a statutory review, and about a dispute of the officer who reviews."""

from datetime import date

from domain.case.review import DisputeId, DisputeTier, RecordStep, ReviewAction, ReviewId
from domain.shared.code_lists import Code
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class AskEarlyReview(Command):
    """Ask that the case be reviewed by a day, whatever is due: it is never refused (R-216)."""

    because: Code
    on: When
    before: date
    words: str | None = None
    by: Subject


class AdjournReview(Command):
    """Go on with a review on another day, once for a deadline and no later than `latest`."""

    review_id: ReviewId
    first_sat_on: When
    resumes_on: date
    because: Code
    latest: date | None
    by: Subject


class CancelReview(Command):
    """Say that a planned review is not held. What is due stays due."""

    review_id: ReviewId
    because: Code
    by: Subject


class ConfirmReviewDecisions(Command):
    """Confirm for the council what a review decided, with what is to be done and by whom."""

    review_id: ReviewId
    on: When
    actions: tuple[ReviewAction, ...] = ()
    by: Subject


class RecordOfReview(Command):
    """Say that the record of a review was issued, or given to everybody whom it goes to."""

    review_id: ReviewId
    step: RecordStep
    on: When
    by: Subject


class FinishReviewAction(Command):
    review_id: ReviewId
    action: Code
    on: When
    by: Subject


class RaiseDispute(Command):
    """Put on record that the reviewing officer disputes what is done, or not done."""

    dispute_id: DisputeId
    about: Code
    words: str | None = None
    tier: DisputeTier
    on: When
    by: Subject


class EscalateDispute(Command):
    dispute_id: DisputeId
    tier: DisputeTier
    on: When
    by: Subject


class ResolveDispute(Command):
    dispute_id: DisputeId
    outcome: Code
    words: str | None = None
    on: When
    by: Subject


ReviewingCommand = (
    AskEarlyReview
    | AdjournReview
    | CancelReview
    | ConfirmReviewDecisions
    | RecordOfReview
    | FinishReviewAction
)
DisputeCommand = RaiseDispute | EscalateDispute | ResolveDispute
