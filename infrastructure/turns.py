"""Whose turn it is to write: SQLite bears one writer at a time, PostgreSQL as many as come."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy.exc import TimeoutError as SqlTimeoutError

WAIT_SECONDS = 5
"""The longest that anybody waits: for a lock, a connection, or SQLite's turn to write."""


class WriterBusy(SqlTimeoutError):
    """On SQLite one writer works at a time, and ours did not come to its turn."""


@contextmanager
def taken(turn: Lock) -> Iterator[None]:
    """For the length of a block. Writers queue here, where waiting is fair and costs nothing."""
    if not turn.acquire(timeout=WAIT_SECONDS):
        raise WriterBusy(f"No turn to write within {WAIT_SECONDS} seconds.")
    try:
        yield
    finally:
        turn.release()
