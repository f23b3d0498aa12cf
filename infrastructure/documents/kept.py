"""`application.shared.documents.Documents`: content by its digest, sealed, added for good."""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from domain.shared.envelope import FileId
from domain.shared.personal import Erased
from infrastructure.database import Database
from infrastructure.event_store.tables import documents
from infrastructure.keys.sealing import FieldSealer


@dataclass(frozen=True)
class KeptDocuments:
    """What was put is durable when `put` returns, before any event speaks of it."""

    database: Database
    sealer: FieldSealer

    def put(self, file: FileId, content: bytes) -> str:
        digest = sha256(content).hexdigest()
        if self._sealed(file, digest) is None:
            sealed = self.sealer.seal_bytes(content, file, _place(digest))
            self._add(file, digest, sealed)
        return digest

    def get(self, file: FileId, digest: str) -> bytes | Erased | None:
        sealed = self._sealed(file, digest)
        return None if sealed is None else self.sealer.open_bytes(sealed, file, _place(digest))

    def _sealed(self, file: FileId, digest: str) -> bytes | None:
        asked = select(documents.c.sealed).where(
            documents.c.file == file, documents.c.sha256 == digest
        )
        with self.database.read() as connection:
            return connection.scalar(asked)

    def _add(self, file: FileId, digest: str, sealed: bytes) -> None:
        try:
            with self.database.write() as connection:
                connection.execute(
                    insert(documents), {"file": file, "sha256": digest, "sealed": sealed}
                )
        except IntegrityError:
            # The same content, put by somebody else meanwhile: under its digest it is the same.
            if self._sealed(file, digest) is None:
                raise


def _place(digest: str) -> str:
    return f"document:{digest}"
