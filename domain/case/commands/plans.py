"""What can be asked about the care plan."""

from domain.case.documents import DocumentId
from domain.case.plans import PlanParty
from domain.shared.code_lists import Code
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordCarePlan(Command):
    """Record that a care plan was prepared; who agreed to it, or the code of why nobody did."""

    on: When
    agreed_with: tuple[PlanParty, ...] = ()
    not_agreed: Code | None = None
    document_id: DocumentId | None = None
    by: Subject
