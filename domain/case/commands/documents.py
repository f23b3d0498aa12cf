"""What can be asked about the documents on the child's record."""

from pydantic import Field

from domain.case.documents import DocumentId, DocumentKind, MediaType, Sha256
from domain.shared.messages import Command
from domain.shared.vocabulary import Subject


class AddDocument(Command):
    """Put a document on record, or the next version of the one that it replaces."""

    document_id: DocumentId
    kind: DocumentKind
    title: str = Field(min_length=1)
    replaces: DocumentId | None = None
    sha256: Sha256
    media_type: MediaType
    size: int
    by: Subject
