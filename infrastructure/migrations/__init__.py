"""The shape of the database, step by step, and how to bring one up to date.

Read models are not here: each says its own shape, and is built anew when that changes.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection

from infrastructure.database import Database, connect

LONGEST_WAIT = "120s"
"""How long PostgreSQL lets a start wait while another one migrates."""


def migrate(database_url: str | URL) -> None:
    """Bring a database to the newest revision, in one transaction. Safe to run at once twice."""
    database = connect(database_url)
    try:
        with database.write() as connection:
            if database.is_postgres:
                _wait_for_others(connection)
            command.upgrade(_config(connection), "head")
    finally:
        database.dispose()


def is_at_head(database: Database) -> bool:
    """Whether every revision that this code knows has been applied, and none beyond it."""
    wanted = ScriptDirectory.from_config(_config()).get_heads()
    with database.read() as connection:
        found = MigrationContext.configure(connection).get_current_heads()
    return set(found) == set(wanted)


def _wait_for_others(connection: Connection) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LONGEST_WAIT}'")
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7210002)")


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    here = str(Path(__file__).parent).replace("%", "%%")
    config.set_main_option("script_location", here)
    config.set_main_option("path_separator", "os")
    return config
