"""How one child's care was reviewed over time, of whatever family the reviews are. Pure."""

from dataclasses import dataclass

from application.case.disputes_shown import ShownDispute, disputes_shown
from application.case.pathway_shown import ShownPathway, pathway_shown
from application.case.record import ChildRecord
from application.case.reviews_shown import (
    ShownEarlyReview,
    ShownReview,
    asked_early,
    reviews_shown,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCourse:
    """Statutory reviews, those asked for early, disputes of the reviewing officer, leaving care."""

    position: int
    statutory: tuple[ShownReview, ...]
    asked_early: tuple[ShownEarlyReview, ...]
    disputes: tuple[ShownDispute, ...]
    pathway: ShownPathway


def course(record: ChildRecord) -> ShownCourse:
    return ShownCourse(
        position=record.position,
        statutory=tuple(reviews_shown(record)),
        asked_early=tuple(asked_early(record)),
        disputes=tuple(disputes_shown(record)),
        pathway=pathway_shown(record),
    )
