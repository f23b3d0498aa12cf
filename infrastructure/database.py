"""The database of a process: how it is reached, read and written, on SQLite or PostgreSQL.

Errors are SQLAlchemy's, whichever way a statement took, and do not list the values that
were sent. PostgreSQL itself may quote a row in the DETAIL of its message: whoever logs an
error logs its type, not its text.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    PoolProxiedConnection,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as SqlTimeoutError

from infrastructure.spares import Spares

STATEMENT_SECONDS = 30
"""The longest that PostgreSQL works on one statement; `-c statement_timeout=…` in the URL wins."""

WAIT_SECONDS = 5
"""The longest that anybody waits: for a lock, a connection, or SQLite's turn to write."""


UNHURRIED = text("SET LOCAL idle_in_transaction_session_timeout = 0")


class WriterBusy(SqlTimeoutError):
    """On SQLite one writer works at a time, and ours did not come to its turn."""


@dataclass(frozen=True)
class Database:
    """One database, and the connections this process keeps to it."""

    engine: Engine
    """For writing: on SQLite every transaction begins with the write lock."""

    reader: Engine
    """For reading: the database refuses what would change it."""

    turn: Lock = field(default_factory=Lock, repr=False)
    """SQLite's writers queue here, where waiting is fair and costs nothing."""

    spares: Spares = field(init=False, repr=False)
    """For reading without SQLAlchemy, beside the reader's own."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "spares", Spares(self._of_the_reader))

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
        with (
            self._turn_to_write(),
            self._raw() as connection,
            self._autocommit(connection),
        ):
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

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if self.is_postgres:
            yield
            return
        if not self.turn.acquire(timeout=WAIT_SECONDS):
            raise WriterBusy(f"No turn to write within {WAIT_SECONDS} seconds.")
        try:
            yield
        finally:
            self.turn.release()

    def _of_the_reader(self) -> Any:
        """A connection set up as the reader's are, and no longer counted among them."""
        pooled = self.reader.raw_connection()
        connection = pooled.driver_connection
        pooled.detach()
        return connection

    @contextmanager
    def _raw(self) -> Iterator[Any]:
        pooled = self.engine.raw_connection()
        try:
            with self._translated(pooled):
                yield pooled.driver_connection
        finally:
            pooled.close()

    @contextmanager
    def _autocommit(self, connection: Any) -> Iterator[None]:
        if not self.is_postgres:  # sqlite3 is always so: see `_sqlite_engine`
            yield
            return
        connection.autocommit = True
        try:
            yield
        finally:
            if not connection.closed:
                connection.autocommit = False

    @contextmanager
    def _translated(self, connection: Any) -> Iterator[None]:
        """Raise a driver's error as SQLAlchemy would have."""
        dialect = self.engine.dialect
        driver_error = dialect.loaded_dbapi.Error
        try:
            yield
        except driver_error as error:
            lost = dialect.is_disconnect(error, connection, None)
            if lost:  # and so, in all likelihood, are those that nobody is using
                if isinstance(connection, PoolProxiedConnection):
                    connection.invalidate(error)
                self.dispose()
            raise DBAPIError.instance(
                None,
                None,
                error,
                driver_error,
                hide_parameters=True,
                connection_invalidated=lost,
                dialect=dialect,
            ) from error


def is_to_be_tried_again(error: BaseException) -> bool:
    """Whether the database or the way to it failed, and not what was asked of it."""
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, OperationalError | SqlTimeoutError)


def connect(url: str | URL) -> Database:
    """Reach a database by URL: `sqlite:///file` or `postgresql://user@host/name`.

    Nothing is connected yet. Memory-only SQLite is refused with `ValueError`, for every
    connection of a pool would see an empty database of its own.
    """
    url = make_url(url)
    if url.get_backend_name() == "postgresql":
        return Database(
            _postgres_engine(url),
            _postgres_engine(url, "default_transaction_read_only=on", "AUTOCOMMIT"),
        )
    if not url.database or url.database == ":memory:":
        raise ValueError("A SQLite database needs a file.")
    return Database(
        _sqlite_engine(url, begin="BEGIN IMMEDIATE", pragma="foreign_keys=ON"),
        _sqlite_engine(url, begin="BEGIN", pragma="query_only=ON"),
    )


def _postgres_engine(url: URL, setting: str = "", isolation: str = "READ COMMITTED") -> Engine:
    given = url.query.get("options", "")
    defaults = [
        f"statement_timeout={STATEMENT_SECONDS}s",
        f"lock_timeout={WAIT_SECONDS}s",
        f"idle_in_transaction_session_timeout={STATEMENT_SECONDS}s",
        *([setting] if setting else []),
    ]
    options = [f"-c {default}" for default in defaults]
    options += [given] if isinstance(given, str) else given
    return create_engine(
        url,
        isolation_level=isolation,
        connect_args={"options": " ".join(options), "connect_timeout": WAIT_SECONDS},
        pool_size=10,
        max_overflow=10,
        pool_timeout=WAIT_SECONDS,
        pool_use_lifo=True,  # the connection used last has the statements prepared
        hide_parameters=True,
    )


def _sqlite_engine(url: URL, *, begin: str, pragma: str) -> Engine:
    engine = create_engine(
        url, pool_size=10, max_overflow=10, pool_timeout=WAIT_SECONDS, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # The driver would begin transactions by itself, and only before some statements.
        connection.isolation_level = None
        for setting in (
            f"busy_timeout={WAIT_SECONDS * 1000}",
            "journal_mode=WAL",
            "synchronous=FULL",  # NORMAL loses acknowledged commits when the power fails
            "trusted_schema=OFF",
            pragma,
        ):
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
