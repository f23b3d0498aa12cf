"""The plan for living somewhere, with the document of it that is on the child's record."""

from dataclasses import dataclass
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain import case
from domain.case.documents import DocumentId, DocumentKind
from domain.case.state import Open
from domain.placement import decider
from domain.placement.commands import RecordPlacementPlan
from domain.placement.known_from import known_from
from domain.placement.state import Known
from domain.shared.errors import NotFound
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, Subject


@dataclass(frozen=True)
class PlanHandlers:
    office: Office

    def prepare(
        self, occasion: Occasion, placement_id: UUID, on: When, document_id: UUID | None
    ) -> Receipt:
        """Record that a plan was prepared; a document that is named must be the child's."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            known = self.office.known(decider, stream, Known)
            if document_id is not None:
                self._require(known.particulars.arrangement.case_id, DocumentId(document_id))
            by = Subject(occasion.actor.subject)
            command = RecordPlacementPlan(
                on=on,
                document_id=document_id,
                by=by,
                known_from=known_from(self.office.streams.read(stream).events),
            )
            return Act([Ask(stream, decider, command)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _require(self, case_id: CaseId, document_id: DocumentId) -> None:
        child = self.office.known(case.decider, stream_of("case", case_id), Open)
        document = child.documents.get(document_id)
        if document is None or document.kind is not DocumentKind.PLACEMENT_PLAN:
            raise NotFound("The child has no placement plan by that id among its documents.")
