"""How one child's care was reviewed over time, of whatever family the reviews are. Pure."""

from dataclasses import dataclass

from application.case.disputes_shown import ShownDispute, disputes_shown
from application.case.outcomes_shown import (
    ShownOutcome,
    ShownPackageReview,
    outcomes_shown,
    package_reviews,
)
from application.case.pathway_shown import ShownPathway, pathway_shown
from application.case.record import ChildRecord
from application.case.reviews_shown import (
    ShownEarlyReview,
    ShownReview,
    asked_early,
    reviews_shown,
)
from application.case.support_shown import ShownSupport, support_shown
from domain.shared.code_lists import CodeLists


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCourse:
    """Reviews of every family, disputes about them, and the outcomes and hours over time."""

    position: int
    statutory: tuple[ShownReview, ...]
    asked_early: tuple[ShownEarlyReview, ...]
    disputes: tuple[ShownDispute, ...]
    pathway: ShownPathway
    package: tuple[ShownPackageReview, ...]
    outcomes: tuple[ShownOutcome, ...]
    support: tuple[ShownSupport, ...]


def course(record: ChildRecord, lists: CodeLists) -> ShownCourse:
    return ShownCourse(
        position=record.position,
        statutory=tuple(reviews_shown(record)),
        asked_early=tuple(asked_early(record)),
        disputes=tuple(disputes_shown(record)),
        pathway=pathway_shown(record),
        package=tuple(package_reviews(record)),
        outcomes=tuple(outcomes_shown(record, lists)),
        support=tuple(support_shown(record)),
    )
