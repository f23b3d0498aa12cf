"""What can happen about the plan for the child's care."""

from typing import ClassVar

from domain.case.documents import DocumentId
from domain.case.plans import PlanParty
from domain.shared.code_lists import Code
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class CarePlanPrepared(Event):
    """A plan for the child's care was prepared, the first or the next.

    `agreed_with` are those who agreed to it; where nobody did, `not_agreed` is the code of why.
    """

    stored_as: ClassVar[str] = "case.care_plan_prepared.v1"

    on: When
    agreed_with: tuple[PlanParty, ...]
    not_agreed: Code | None
    document_id: DocumentId | None
    by: Subject

    def effective(self) -> When:
        return self.on
