"""Small questions of the log and of positions: compiled once, put straight to the driver.

SQLAlchemy's share of a question this small would be more than the database's own.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, bindparam, make_url, select

from infrastructure.database import Database
from infrastructure.event_store.tables import commands, events

NOTIFICATIONS = select(
    events.c.position, events.c.stream, events.c.version, events.c.name, events.c.body
)

STREAM = NOTIFICATIONS.where(
    events.c.stream == bindparam("stream"),
    events.c.version > bindparam("after_version"),
    events.c.position <= bindparam("up_to"),
).order_by(events.c.version)

NEWS = (
    NOTIFICATIONS.where(events.c.position > bindparam("after"))
    .order_by(events.c.position)
    .limit(bindparam("limit", type_=Integer))
)

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
    statement, fixed, places = _compiled(question, postgres=database.is_postgres)
    given = {**fixed, **values}
    with database.reading_driver() as connection:
        if places is None:
            rows = connection.execute(statement, given, binary=True)
        else:
            rows = connection.execute(statement, [given[place] for place in places])
        found: list[tuple[Any, ...]] = rows.fetchall()
    return found


@cache
def _compiled(
    question: Select[Any], *, postgres: bool
) -> tuple[str, Mapping[str, Any], list[str] | None]:
    """The statement, the values that are its own, and the order of all where none has a name."""
    url = make_url("postgresql+psycopg://" if postgres else "sqlite://")
    compiled = question.compile(dialect=url.get_dialect()())
    return str(compiled), compiled.params, compiled.positiontup
