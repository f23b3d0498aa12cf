"""Documents on a child's record: put there, listed, read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.case.record import ChildRecord
from application.shared.casework import Act, Ask
from application.shared.documents import Documents
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.case import decider
from domain.case.commands import AddDocument
from domain.case.documents import DocumentId, DocumentKind, MediaType
from domain.case.events import DocumentAdded
from domain.case.state import Open
from domain.shared.errors import NotFound, RecordErased
from domain.shared.moments import london_day
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    kind: DocumentKind
    title: str
    replaces: UUID | None
    media_type: MediaType
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """One version on record. `replaced_by` is the next one; `size` is in bytes."""

    document_id: UUID
    kind: DocumentKind
    title: str | Erased
    version: int
    replaced_by: UUID | None
    sha256: str
    media_type: MediaType
    size: int
    added_at: datetime
    added_by: str


@dataclass(frozen=True)
class DocumentHandlers:
    office: Office
    documents: Documents

    def add(self, occasion: Occasion, case_id: UUID, new: NewDocument) -> Receipt:
        """Keep the content, then say so. What is kept and never spoken of harms nobody."""
        stream = stream_of("case", case_id)
        document_id = DocumentId(self.office.ids.new())
        digest = self.documents.put(self.office.file_of(stream), new.content)
        command = AddDocument(
            document_id=document_id,
            kind=new.kind,
            title=new.title,
            replaces=None if new.replaces is None else DocumentId(new.replaces),
            sha256=digest,
            media_type=new.media_type,
            size=len(new.content),
            by=Subject(occasion.actor.subject),
        )
        ids = {"document_id": str(document_id)}
        act = Act([Ask(stream, decider, command)], ids)
        return self.office.casework.do(occasion, lambda: act, turn=stream)

    def content(self, case_id: UUID, document_id: UUID) -> tuple[MediaType, bytes]:
        """What was put on record, to the byte."""
        stream = stream_of("case", case_id)
        held = self.office.known(decider, stream, Open).documents.get(DocumentId(document_id))
        if held is None:
            raise NotFound
        content = self.documents.get(self.office.file_of(stream), held.sha256)
        if content is None:
            raise NotFound
        if isinstance(content, Erased):
            raise RecordErased
        return held.media_type, content


def documents_of(record: ChildRecord) -> Sequence[HeldDocument]:
    """Every version that was on record by the day, the newest first."""
    added = [
        each
        for each in record.case
        if isinstance(each.event, DocumentAdded) and london_day(each.recorded_at) <= record.day
    ]
    documents = [each.event.document for each in added]
    after = {each.replaces: each.document_id for each in documents if each.replaces}
    held = [
        HeldDocument(
            document_id=document.document_id,
            kind=document.kind,
            title=document.title,
            version=document.version,
            replaced_by=after.get(document.document_id),
            sha256=document.sha256,
            media_type=document.media_type,
            size=document.size,
            added_at=each.recorded_at,
            added_by=each.actor.subject,
        )
        for each, document in zip(added, documents, strict=True)
    ]
    return held[::-1]
