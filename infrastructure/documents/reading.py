"""`application.shared.documents.TextReader`: the text of a document, read in a process apart."""

import subprocess
import sys
from dataclasses import dataclass

from application.shared.documents import UnreadableDocument
from domain.case.documents import MediaType

PATIENCE = 30.0
"""Seconds. The reader's own bound is shorter; this one holds if it is only waiting."""

MOST_TEXT = 2_000_000
"""Characters: some seven hundred pages."""


@dataclass(frozen=True)
class TextsApart:
    patience: float = PATIENCE

    def text_of(self, content: bytes, media_type: MediaType) -> str:
        command = [sys.executable, "-m", "infrastructure.documents.extract", media_type]
        try:
            read = subprocess.run(  # noqa: S603  # our own module, and a code of a closed list
                command, input=content, capture_output=True, timeout=self.patience, check=True
            )
        except subprocess.SubprocessError:
            raise UnreadableDocument("The document is damaged, locked or too large.") from None
        text = read.stdout.decode()
        if not text.strip() or len(text) > MOST_TEXT:
            raise UnreadableDocument("It may be a scanned picture: send it with its text.")
        return text
