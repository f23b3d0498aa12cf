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
    require_document(case, command.document_id, DocumentKind.CARE_PLAN)
    return [
        CarePlanPrepared(
            on=command.on,
            agreed_with=command.agreed_with,
            not_agreed=command.not_agreed,
            document_id=command.document_id,
            by=command.by,
        )
    ]


def require_document(case: Open, document_id: DocumentId | None, kind: DocumentKind) -> None:
    if document_id is None:
        return
    document = case.documents.get(document_id)
    if document is None or document.kind is not kind:
        named = kind.value.replace("_", " ")
        raise NotFound(f"This case has no {named} by that id among its documents.")
