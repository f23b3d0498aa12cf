"""One builder of read models at a time, in however many processes.

Services that start together, or a rebuild beside them, would build the same tables twice.
The lock ends with the process that holds it, however it ends.
"""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from infrastructure.database import Database

LOCK = 7210002
"""Any number but that of the log's own lock will do."""

LOOK_EVERY = 0.1


@contextmanager
def building_alone(database: Database) -> Iterator[None]:
    """Wait until nobody else builds, for as long as it takes, and keep others out meanwhile."""
    keep_out = _on_postgres if database.is_postgres else _on_sqlite
    with keep_out(database):
        yield


@contextmanager
def _on_postgres(database: Database) -> Iterator[None]:
    # The reader commits by itself: no timeout of a transaction takes the lock away.
    with database.read() as connection:
        while not connection.scalar(text(f"SELECT pg_try_advisory_lock({LOCK})")):
            time.sleep(LOOK_EVERY)
        try:
            yield
        finally:
            connection.execute(text(f"SELECT pg_advisory_unlock({LOCK})"))


@contextmanager
def _on_sqlite(database: Database) -> Iterator[None]:
    # SQLite's own lock cannot be held for so long: readers go on, and so must writers.
    with Path(f"{database.engine.url.database}-building").open("w") as beside:
        fcntl.flock(beside, fcntl.LOCK_EX)
        yield
