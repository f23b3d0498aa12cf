"""The database of a process: how it is reached, read and written, on SQLite or PostgreSQL."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from sqlalchemy import URL, Connection, Engine, make_url, text

from infrastructure.drivers import autocommitting, detached, taken_out
from infrastructure.engines import postgres_engine, sqlite_engine
from infrastructure.failures import translated
from infrastructure.spares import Spares
from infrastructure.turns import taken

UNHURRIED = text("SET LOCAL idle_in_transaction_session_timeout = 0")


@dataclass(frozen=True)
class Database:
    """One database, and the connections this process keeps to it."""

    engine: Engine
    """For writing: on SQLite every transaction begins with the write lock."""

    reader: Engine
    """For reading: the database refuses what would change it."""

    turn: Lock = field(default_factory=Lock, repr=False)
    """SQLite's writers take it, one after the other."""

    spares: Spares = field(init=False, repr=False)
    """For reading without SQLAlchemy, beside the reader's own."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "spares", Spares(lambda: detached(self.reader)))

    @property
    def is_postgres(self) -> bool:
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection to read with. On PostgreSQL each statement sees the newest commit."""
        with self.reader.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection on which all statements see the database as the first one found it."""
        engine = self.reader
        if self.is_postgres:
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with engine.connect() as connection:
            yield connection
            # After a rollback psycopg would forget every statement that it has prepared.
            connection.commit()

    @contextmanager
    def write(self, *, thinking: bool = False) -> Iterator[Connection]:
        """A transaction: committed at the end of the block, rolled back if it raises.

        Whoever is `thinking` may leave it idle for longer than PostgreSQL would bear.
        """
        with self._turn_to_write(), self.engine.begin() as connection:
            if thinking and self.is_postgres:
                connection.execute(UNHURRIED)
            yield connection

    @contextmanager
    def driver(self) -> Iterator[Any]:
        """The driver's own connection, in autocommit: for the append, the service's hot path.

        SQLAlchemy's share of a one-event save is a third of it.
        """
        with self._turn_to_write(), self._raw() as connection, self._autocommit(connection):
            yield connection

    @contextmanager
    def reading_driver(self) -> Iterator[Any]:
        """The driver's own connection, for the few questions that every command asks."""
        with self.spares.one() as connection, self._translated(connection):
            yield connection

    def dispose(self) -> None:
        """Close every connection that is not in use."""
        self.engine.dispose()
        self.reader.dispose()
        self.spares.dispose()

    def _turn_to_write(self) -> AbstractContextManager[None]:
        return nullcontext() if self.is_postgres else taken(self.turn)

    @contextmanager
    def _raw(self) -> Iterator[Any]:
        with taken_out(self.engine) as pooled, self._translated(pooled):
            yield pooled.driver_connection

    def _autocommit(self, connection: Any) -> AbstractContextManager[None]:
        # sqlite3 is always so: see `sqlite_engine`.
        return autocommitting(connection) if self.is_postgres else nullcontext()

    def _translated(self, connection: Any) -> AbstractContextManager[None]:
        return translated(self.engine.dialect, connection, self.dispose)


def connect(url: str | URL) -> Database:
    """Reach a database by URL: `sqlite:///file` or `postgresql://user@host/name`.

    Nothing is connected yet. Memory-only SQLite is refused with `ValueError`, for every
    connection of a pool would see an empty database of its own.
    """
    url = make_url(url)
    if url.get_backend_name() == "postgresql":
        return Database(
            postgres_engine(url),
            postgres_engine(url, "default_transaction_read_only=on", "AUTOCOMMIT"),
        )
    if not url.database or url.database == ":memory:":
        raise ValueError("A SQLite database needs a file.")
    return Database(
        sqlite_engine(url, begin="BEGIN IMMEDIATE", pragma="foreign_keys=ON"),
        sqlite_engine(url, begin="BEGIN", pragma="query_only=ON"),
    )
