"""What can be asked about what the child needs: the matrix, and statutory reviews."""

from datetime import date

from pydantic import Field

from domain.case.codes import Participation
from domain.case.review import ReviewId
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordMatrix(Command):
    """Support by the needs matrix, in half hours a week, so that 50 means 25 hours (R-12)."""

    half_hours: int = Field(ge=0, strict=True)
    bespoke_24_7_approved_by: Subject | None = None
    score: int | None = None
    on: When
    by: Subject


class ScheduleStatutoryReview(Command):
    """Plan a review, or plan one of that id for another day."""

    review_id: ReviewId
    on: date


class RecordStatutoryReviewHeld(Command):
    """`review_id` is none for a review that was never scheduled here: it is kept as `unplanned`."""

    review_id: ReviewId | None = None
    unplanned: ReviewId | None = None
    on: When
    participation: Participation | None
    chaired_by: Subject | None = None
    views: str | None = None
    outcome: str | None = None


SupportCommand = RecordMatrix | ScheduleStatutoryReview | RecordStatutoryReviewHeld
