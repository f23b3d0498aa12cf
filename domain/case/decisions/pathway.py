"""Recording what is done on the way out of care. These are facts, and never refused for an age."""

from collections.abc import Sequence

from domain.case.decisions.plans import require_document
from domain.case.documents import DocumentKind
from domain.case.events import (
    CaseEvent,
    PathwayNeedsAssessed,
    PathwayPlanMade,
    PathwayReviewHeld,
    PersonalAdviserVisited,
)
from domain.case.pathway import (
    PathwayCommand,
    RecordAdviserVisit,
    RecordPathwayNeeds,
    RecordPathwayPlan,
    RecordPathwayReview,
)
from domain.case.rules import require_born_by
from domain.case.state import Open
from domain.shared.errors import MissingInformation
from domain.shared.personal import legible


def decide(case: Open, command: PathwayCommand) -> Sequence[CaseEvent]:
    require_born_by(legible(case.born_on), command.on)
    match command:
        case RecordPathwayNeeds():
            return [PathwayNeedsAssessed(**dict(command))]
        case RecordPathwayPlan():
            require_document(case, command.document_id, DocumentKind.PATHWAY_PLAN)
            return [PathwayPlanMade(**dict(command))]
        case RecordPathwayReview():
            return record_review(command)
        case RecordAdviserVisit():
            return [PersonalAdviserVisited(**dict(command))]


def record_review(command: RecordPathwayReview) -> Sequence[CaseEvent]:
    """Refuse the record of a review without how the young person took part (2.7)."""
    if command.participation is None:
        raise MissingInformation(["participation"])
    return [PathwayReviewHeld(**dict(command))]
