"""The ring's own tables, in a database of their own, and how they come to be.

They are not the log's: they have their own version, and are made when first opened.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
    func,
    insert,
    select,
)
from sqlalchemy.engine.interfaces import DBAPIConnection

METADATA = MetaData()

RING_VERSION = Table("ring_version", METADATA, Column("version", Integer, primary_key=True))

FILE_KEYS = Table(
    "file_keys",
    METADATA,
    Column("file", String, primary_key=True),
    Column("wrapped", LargeBinary),
    Column("created_at", String, nullable=False),
    Column("destroyed_at", String),
)

MIGRATION_LOCK = 0x52494E47


def _first(connection: Connection) -> None:
    FILE_KEYS.create(connection)


MIGRATIONS: Sequence[Callable[[Connection], None]] = (_first,)
"""In order; a database's version is how many of them it has had."""


class RingTooNew(Exception):
    """A later release of this service made these tables."""


def migrate(engine: Engine) -> None:
    """Bring the tables to this release's version. Processes that start together take turns."""
    with engine.connect() as connection:
        _take_turns(connection)
        RING_VERSION.create(connection, checkfirst=True)
        done = connection.scalar(select(func.max(RING_VERSION.c.version))) or 0
        if done > len(MIGRATIONS):
            raise RingTooNew(f"The key ring is at version {done}; we know {len(MIGRATIONS)}.")
        for version, step in enumerate(MIGRATIONS[done:], done + 1):
            step(connection)
            connection.execute(insert(RING_VERSION).values(version=version))
        connection.commit()


def _take_turns(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATION_LOCK)))


def make_durable(engine: Engine) -> None:
    """A committed key is on the disk, and on SQLite what was overwritten is off it."""
    is_sqlite = engine.dialect.name == "sqlite"
    settings = SQLITE_SETTINGS if is_sqlite else POSTGRESQL_SETTINGS

    @event.listens_for(engine, "connect")
    def configure(opened: DBAPIConnection, _record: object) -> None:
        cursor = opened.cursor()
        for setting in settings:
            cursor.execute(setting)
        cursor.close()
        opened.commit()


SQLITE_SETTINGS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)
POSTGRESQL_SETTINGS = ("SET synchronous_commit TO on", "SET lock_timeout TO '10s'")
