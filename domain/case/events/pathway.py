"""What can happen on a young person's way out of care."""

from typing import ClassVar

from domain.case.codes import Participation
from domain.case.documents import DocumentId
from domain.case.pathway import ReviewAskedBy
from domain.shared.code_lists import Code
from domain.shared.messages import Event, Milestone
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class PathwayNeedsAssessed(Event):
    """What advice and support the young person needs was assessed (NeedsAssessed of page 03)."""

    stored_as: ClassVar[str] = "case.pathway_needs_assessed.v1"

    on: When
    views: Sealed[str | None]
    by: Subject

    def effective(self) -> When:
        return self.on


class PathwayPlanMade(Event):
    """A pathway plan was made, the first or the next."""

    stored_as: ClassVar[str] = "case.pathway_plan_made.v1"

    on: When
    agreed: bool
    document_id: DocumentId | None
    by: Subject

    def effective(self) -> When:
        return self.on


class PathwayReviewHeld(Event):
    """The pathway plan was reviewed."""

    stored_as: ClassVar[str] = "case.pathway_review_held.v1"
    milestone: ClassVar[Milestone | None] = Milestone.REVIEWED

    on: When
    asked_by: ReviewAskedBy
    participation: Participation
    views: Sealed[str | None]
    attended: tuple[Code, ...]
    recommendations: Sealed[str | None]
    by: Subject

    def effective(self) -> When:
        return self.on


class PersonalAdviserVisited(Event):
    """The personal adviser went to see the young person; `seen` is whether it was there."""

    stored_as: ClassVar[str] = "case.personal_adviser_visited.v1"

    on: When
    seen: bool
    views: Sealed[str | None]
    by: Subject

    def effective(self) -> When:
        return self.on


PathwayEvent = PathwayNeedsAssessed | PathwayPlanMade | PathwayReviewHeld | PersonalAdviserVisited
