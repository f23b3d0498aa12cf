"""Recording that the plan for the child's care was prepared."""

from collections.abc import Sequence

from domain.case.commands import RecordCarePlan
from domain.case.documents import DocumentId, DocumentKind
from domain.case.events import CarePlanPrepared, CaseEvent
from domain.case.rules import require_born_by
from domain.case.state import Open
from domain.shared.errors import MissingInformation, NotFound
from domain.shared.personal import legible


def record_care_plan(case: Open, command: RecordCarePlan) -> Sequence[CaseEvent]:
    """A fact: prepared late, or agreed with nobody, it is on record all the same."""
    require_born_by(legible(case.born_on), command.on)
    if bool(command.agreed_with) is (command.not_agreed is not None):
        raise MissingInformation(["agreed_with", "not_agreed"])
    _require_document(case, command.document_id)
    return [
        CarePlanPrepared(
            on=command.on,
            agreed_with=command.agreed_with,
            not_agreed=command.not_agreed,
            document_id=command.document_id,
            by=command.by,
        )
    ]


def _require_document(case: Open, document_id: DocumentId | None) -> None:
    if document_id is None:
        return
    document = case.documents.get(document_id)
    if document is None or document.kind is not DocumentKind.CARE_PLAN:
        raise NotFound("This case has no care plan by that id among its documents.")
