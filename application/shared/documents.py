"""What the application needs of documents: to keep them, and to read them for their text."""

from typing import Protocol

from domain.case.documents import MediaType
from domain.shared.envelope import FileId
from domain.shared.errors import RuleBroken
from domain.shared.personal import Erased


class UnreadableDocument(RuleBroken):
    code = "UNREADABLE_DOCUMENT"
    title = "No text can be read in this document, so that nobody can say what it gives away"
    cites = "docs/domain/10, R-30"


class Documents(Protocol):
    def put(self, file: FileId, content: bytes) -> str:
        """Keep content under the key of a file, durably; its SHA-256 is its name."""
        ...

    def get(self, file: FileId, digest: str) -> bytes | Erased | None:
        """The content by that name; erased with its file, none where it was never put."""
        ...


class TextReader(Protocol):
    def text_of(self, content: bytes, media_type: MediaType) -> str:
        """Every word in a document, the hidden ones too. `UnreadableDocument` if there is none."""
        ...
