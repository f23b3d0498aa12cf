"""What can happen to what the child needs, and to the reviews of their care."""

from datetime import date
from typing import ClassVar

from domain.case.codes import Participation
from domain.case.review import ReviewId
from domain.shared.messages import Event, Milestone
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class MatrixAssessed(Event):
    """The needs matrix gives this support, in half hours a week (4-083, R-12)."""

    stored_as: ClassVar[str] = "case.matrix_assessed.v1"

    half_hours: int
    bespoke_24_7_approved_by: Subject | None = None
    score: int | None = None
    on: When
    assessed_by: Subject

    def effective(self) -> When:
        return self.on


class StatutoryReviewScheduled(Event):
    """A review is planned for a day. Whether it is held is another fact."""

    stored_as: ClassVar[str] = "case.statutory_review_scheduled.v1"

    review_id: ReviewId
    on: date


class StatutoryReviewHeld(Event):
    """The child's case was reviewed. `age_in_years` is the child's on that day.

    It counts from when it was completed; `first_sat_on` is when one in two sittings began (6-32).
    """

    stored_as: ClassVar[str] = "case.statutory_review_held.v1"
    milestone: ClassVar[Milestone | None] = Milestone.REVIEWED

    review_id: ReviewId | None = None
    on: When
    participation: Participation
    chaired_by: Subject | None = None
    views: Sealed[str | None] = None
    outcome: Sealed[str | None] = None
    age_in_years: int
    first_sat_on: When | None = None

    def effective(self) -> When:
        return self.on
