"""The driver's own connections, as they come out of an engine's pool."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection


@contextmanager
def taken_out(engine: Engine) -> Iterator[PoolProxiedConnection]:
    """For the length of a block; it goes back to the pool."""
    pooled = engine.raw_connection()
    try:
        yield pooled
    finally:
        pooled.close()


def detached(engine: Engine) -> Any:
    """A connection set up as the engine's are, and no longer counted among them."""
    pooled = engine.raw_connection()
    connection = pooled.driver_connection
    pooled.detach()
    return connection


@contextmanager
def autocommitting(connection: Any) -> Iterator[None]:
    """On psycopg, for the length of a block."""
    connection.autocommit = True
    try:
        yield
    finally:
        if not connection.closed:
            connection.autocommit = False
