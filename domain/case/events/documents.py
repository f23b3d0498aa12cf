"""What is told of the documents on a child's record."""

from typing import ClassVar

from domain.case.documents import Document
from domain.shared.messages import Event
from domain.shared.vocabulary import Subject


class DocumentAdded(Event):
    """A document, or its next version, is on record. Earlier versions stay."""

    stored_as: ClassVar[str] = "case.document_added.v1"

    document: Document
    by: Subject
