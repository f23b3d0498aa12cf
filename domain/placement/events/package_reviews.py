"""What can happen at a package review."""

from typing import ClassVar

from domain.placement.agreement import HalfHours
from domain.placement.reviewing import Attendance, OutcomeRating
from domain.shared.messages import Event, Milestone
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class PackageReviewHeld(Event):
    """The package was reviewed. What it recommends is not yet a change (6-34)."""

    stored_as: ClassVar[str] = "placement.package_review_held.v1"
    milestone: ClassVar[Milestone | None] = Milestone.REVIEWED

    on: When
    attendance: Attendance
    participation: str
    childs_views: Sealed[str | None]
    ratings: tuple[OutcomeRating, ...]
    matrix_half_hours: HalfHours
    recommendations: Sealed[str | None]
    by: Subject

    def effective(self) -> When:
        return self.on
