"""What is left of a key in the ring's database once it is destroyed: that it was."""

from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select, text, update

from domain.shared.envelope import FileId
from infrastructure.keys.journal import Erasure
from infrastructure.keys.tables import FILE_KEYS


def overwrite(connection: Connection, file: FileId, at: datetime) -> int:
    """Leave nothing of the key but when it was destroyed."""
    kept = (FILE_KEYS.c.file == file) & FILE_KEYS.c.wrapped.is_not(None)
    emptied = update(FILE_KEYS).where(kept).values(wrapped=None, destroyed_at=at.isoformat())
    return connection.execute(emptied).rowcount


def erase_again(connection: Connection, erasure: Erasure) -> int:
    """Destroy a key that came back, and remember one that the backup never knew."""
    known = select(FILE_KEYS.c.file).where(FILE_KEYS.c.file == erasure.file)
    if connection.execute(known).first() is not None:
        return overwrite(connection, erasure.file, erasure.at)
    at = erasure.at.isoformat()
    row = {"file": erasure.file, "wrapped": None, "created_at": at, "destroyed_at": at}
    connection.execute(insert(FILE_KEYS).values(row))
    return 0


def scrub(engine: Engine) -> None:
    """Rewrite what still holds the old bytes of a key: SQLite's log, PostgreSQL's table.

    The table is small and erasing rare, so that rewriting it costs milliseconds.
    """
    is_sqlite = engine.dialect.name == "sqlite"
    rewrite = "PRAGMA wal_checkpoint(TRUNCATE)" if is_sqlite else "VACUUM FULL file_keys"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(rewrite))
