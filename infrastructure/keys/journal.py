"""The erasure journal: which files' keys were destroyed, a line of JSON for each.

It stands outside the ring's database, so that restoring a backup of the ring cannot undo
an erasure. It holds ids and times only.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from domain.shared.envelope import FileId
from infrastructure.keys.master_key import sync_folder


class JournalDamaged(Exception):
    """A line cannot be read. To carry on could bring an erased child's key back."""


@dataclass(frozen=True)
class Erasure:
    file: FileId
    at: datetime


class ErasureJournal:
    """Append-only, and on the disk before `append` returns."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, erasure: Erasure) -> None:
        line = json.dumps({"file": erasure.file, "destroyed_at": erasure.at.isoformat()})
        is_new = not self.path.exists()
        with self._opened() as file:
            _drop_torn_line(file)
            file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(self.path.parent)

    def __iter__(self) -> Iterator[Erasure]:
        """Every erasure that was finished writing, oldest first."""
        content = self.path.read_bytes() if self.path.exists() else b""
        *finished, _torn = content.split(b"\n")
        return (self._read(number, line) for number, line in enumerate(finished, 1))

    def _opened(self) -> BinaryIO:
        """The file, held against other processes until it is closed."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+b")
        fcntl.flock(file, fcntl.LOCK_EX)
        return file

    def _read(self, number: int, line: bytes) -> Erasure:
        try:
            told = json.loads(line)
            return Erasure(FileId(told["file"]), datetime.fromisoformat(told["destroyed_at"]))
        except (ValueError, KeyError, TypeError) as error:
            raise JournalDamaged(f"Line {number} of {self.path} cannot be read.") from error


def _drop_torn_line(file: BinaryIO) -> None:
    """Take away what a crash left half written: nobody was told that it was done."""
    file.seek(0)
    content = file.read()
    file.truncate(content.rfind(b"\n") + 1)
