"""Questions that every command asks of the log: compiled once, put straight to the driver.

SQLAlchemy's share of a question this small would be more than the database's own.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, make_url, select

from infrastructure.database import Database
from infrastructure.event_store.tables import commands, events

NOTIFICATIONS = select(
    events.c.position, events.c.stream, events.c.version, events.c.name, events.c.body
)

STREAM = NOTIFICATIONS.where(
    events.c.stream == bindparam("stream"), events.c.position <= bindparam("up_to")
).order_by(events.c.version)

POSITION = select(events.c.position).where(
    events.c.stream == bindparam("stream"), events.c.version == bindparam("version")
)

COMMAND = select(commands).where(
    commands.c.authority == bindparam("authority"),
    commands.c.subject == bindparam("subject"),
    commands.c.key == bindparam("key"),
)


def ask(database: Database, question: Select[Any], **values: object) -> list[tuple[Any, ...]]:
    """All rows, as the driver gives them."""
    statement, places = _compiled(question, postgres=database.is_postgres)
    with database.reading_driver() as connection:
        if places is None:
            rows = connection.execute(statement, values, binary=True)
        else:
            rows = connection.execute(statement, [values[place] for place in places])
        found: list[tuple[Any, ...]] = rows.fetchall()
    return found


@cache
def _compiled(question: Select[Any], *, postgres: bool) -> tuple[str, list[str] | None]:
    """The statement, and the order of its values where they have no names."""
    url = make_url("postgresql+psycopg://" if postgres else "sqlite://")
    compiled = question.compile(dialect=url.get_dialect()())
    return str(compiled), compiled.positiontup
