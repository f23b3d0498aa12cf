"""`application.shared.documents.TextReader`: the text of a document, read in a process apart."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore

from application.shared.documents import UnreadableDocument
from domain.case.documents import MediaType

PATIENCE = 10.0
"""Seconds. The reader's own bound is shorter; this one holds if it is only waiting."""

MOST_TEXT = 500_000
"""Characters: some two hundred pages."""

AT_ONCE = 2
"""So many documents are read at the same time; whoever comes then is asked to come again."""

WAIT = 2.0
"""Seconds to wait for one of them: a request that waits keeps others from being answered."""


@dataclass(frozen=True)
class TextsApart:
    patience: float = PATIENCE
    readers: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    def text_of(self, content: bytes, media_type: MediaType) -> str:
        command = [sys.executable, "-m", "infrastructure.documents.extract", media_type]
        try:
            with self._turn():
                read = subprocess.run(  # noqa: S603  # our own module, and a code of a closed list
                    command, input=content, capture_output=True, timeout=self.patience, check=True
                )
        except subprocess.SubprocessError:
            raise UnreadableDocument("The document is damaged, locked or too large.") from None
        text = read.stdout.decode()
        if not text.strip() or len(text) > MOST_TEXT:
            raise UnreadableDocument("It may be a scanned picture: send it with its text.")
        return text

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self.readers.acquire(timeout=WAIT):
            raise TimeoutError("Other documents are being read.")
        try:
            yield
        finally:
            self.readers.release()
