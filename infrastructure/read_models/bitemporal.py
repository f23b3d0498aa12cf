"""Bitemporal rows: a chronology written down, by one generic writer.

When a stream moves, its periods are computed again from its whole history; rows that
differ are closed at that position (`known_until`) and new ones opened (`known_from`).
So a list as at day D and as known at position P asks the same chronology that a fold of
the log cut at P would give, and a test holds the two against each other.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    Index,
    MetaData,
    Select,
    Table,
    Text,
    Update,
    and_,
    bindparam,
    or_,
    select,
    update,
)

from application.shared.ports import History
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, london_day
from infrastructure.columns import Big, Instant
from infrastructure.read_models.base import Desk, ReadModel, inserting

Row = Mapping[str, Any]

_OWN = frozenset({"row", "known_from", "known_until"})


@dataclass(frozen=True)
class Bitemporal:
    """Rows of one kind: the columns beside the two times, and how a history gives them."""

    name: str
    revision: int
    capability: str
    columns: Callable[[], Sequence[Column[Any]]]
    rows: Callable[[Desk, History[Any]], Iterable[Row]]

    def read_model(self) -> ReadModel:
        return ReadModel(
            name=self.name,
            revision=self.revision,
            define=self._define,
            project=self._project,
            streams=(self.capability,),
        )

    def _define(self, metadata: MetaData, suffix: str) -> Sequence[Table]:
        name = self.name + suffix
        return [
            Table(
                name,
                metadata,
                Column("row", Big, primary_key=True, autoincrement=True),
                Column("stream", Text, nullable=False),
                Column("since_day", Date, nullable=False),
                Column("until_day", Date),
                Column("since", Instant, nullable=False),
                Column("until", Instant),
                Column("source", Text, nullable=False),
                Column("known_from", Big, nullable=False),
                Column("known_until", Big),
                *self.columns(),
                Index(f"{name}_stream", "stream", "known_until"),
            )
        ]

    def _project(self, desk: Desk, recorded: Recorded[Any]) -> None:
        rows = list(self.rows(desk, desk.history(recorded)))
        write(desk, recorded, rows)


def times(period: Period) -> Row:
    """The columns every bitemporal row has of its period."""
    return {
        "since_day": london_day(period.since),
        "until_day": period.until and london_day(period.until),
        "since": begins(period.since),
        "until": period.until and begins(period.until),
        "source": str(period.source),
    }


def write(desk: Desk, recorded: Recorded[Any], wanted: Sequence[Row]) -> None:
    """Close what is no longer so and open what is new, at the position of this event."""
    table, connection = desk.table, desk.connection
    named = _named(table)
    found = desk.remembered.get(recorded.stream)
    if found is None:
        found = connection.execute(_standing(table), {"of": recorded.stream}).all()
    content = [
        tuple({**row, "stream": recorded.stream}.get(c.name) for c in named) for row in wanted
    ]
    missing = Counter(content)
    closed = []
    for row in found:
        if missing[tuple(row[1:])] > 0:
            missing[tuple(row[1:])] -= 1
        else:
            closed.append(row[0])
    if closed:
        until = [{"closed": row, "at": recorded.position} for row in closed]
        connection.execute(_closing(table), until)
    opened = [
        dict(zip((c.name for c in named), values, strict=True)) | {"known_from": recorded.position}
        for values in missing.elements()
    ]
    if opened:
        connection.execute(inserting(table), opened)
    if closed or opened:
        desk.remembered.pop(recorded.stream, None)
    else:
        desk.remembered[recorded.stream] = found


# Statements are made once for each table: they are needed at every event.


@lru_cache(maxsize=256)
def _standing(table: Table) -> Select[Any]:
    """The rows of one stream that are still believed."""
    question = select(table.c.row, *_named(table))
    return question.where(table.c.stream == bindparam("of"), table.c.known_until.is_(None))


@lru_cache(maxsize=256)
def _closing(table: Table) -> Update:
    this = table.c.row == bindparam("closed")
    return update(table).where(this).values(known_until=bindparam("at"))


@lru_cache(maxsize=256)
def _named(table: Table) -> Sequence[Column[Any]]:
    return [column for column in table.columns if column.name not in _OWN]


def known_at(table: Table, position: int | None) -> ColumnElement[bool]:
    """Rows as they were known when the log stood at `position`; none means now."""
    if position is None:
        return table.c.known_until.is_(None)
    return and_(
        table.c.known_from <= position,
        or_(table.c.known_until.is_(None), table.c.known_until > position),
    )


def true_on(table: Table, day: date) -> ColumnElement[bool]:
    """Rows that were so on a London day, at any moment of it: `Period.covers` in SQL."""
    return and_(
        table.c.since_day <= day,
        or_(
            table.c.until_day.is_(None),
            table.c.until_day > day,
            table.c.since_day == day,
        ),
    )
