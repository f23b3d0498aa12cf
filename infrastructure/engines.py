"""The engines of SQLite and of PostgreSQL, set up alike: nobody waits for ever."""

from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from infrastructure.turns import WAIT_SECONDS

STATEMENT_SECONDS = 30
"""The longest that PostgreSQL works on one statement; `-c statement_timeout=…` in the URL wins."""


def postgres_engine(url: URL, setting: str = "", isolation: str = "READ COMMITTED") -> Engine:
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


def sqlite_engine(url: URL, *, begin: str, pragma: str) -> Engine:
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
