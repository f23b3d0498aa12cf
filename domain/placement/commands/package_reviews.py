"""What can be asked about package reviews."""

from domain.placement.agreement import HalfHours
from domain.placement.reviewing import Attendance, OutcomeRating
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordPackageReviewHeld(Command):
    """Record a package review, counted from when it was completed (6-32).

    `participation` is the national code of how the child took part, `childs_views` the
    child's own words (R-36).
    """

    on: When
    attendance: Attendance
    participation: str | None
    childs_views: str | None = None
    ratings: tuple[OutcomeRating, ...] = ()
    matrix_half_hours: HalfHours | None
    recommendations: str | None = None
    by: Subject
