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
from operator import itemgetter
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
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import begins, london_day
from infrastructure.columns import Big, Instant
from infrastructure.read_models.base import Desk, ReadModel

Row = Mapping[str, Any]

_OWN = frozenset({"row", "stream", "known_from", "known_until"})


@dataclass(frozen=True)
class Bitemporal:
    """Rows of one kind: the columns beside the two times, and how a history gives them."""

    name: str
    revision: int
    capability: str
    columns: Callable[[], Sequence[Column[Any]]]
    rows: Callable[[History[Any]], Iterable[Row]]

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
        rows = list(self.rows(desk.history(recorded)))
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


@dataclass(slots=True)
class Line:
    """A row that is still believed: one that stands in its table, or is on its way there."""

    content: tuple[Any, ...]
    number: int | None = None
    coming: dict[str, Any] | None = None


def write(desk: Desk, recorded: Recorded[Any], wanted: Sequence[Row]) -> None:
    """Close what is no longer so and open what is new, at the position of this event."""
    shape = _shape(desk.tables[0])
    missing = Counter(map(shape.content, wanted))
    believed = []
    for line in _believed(desk, recorded.stream):
        if missing[line.content] > 0:
            missing[line.content] -= 1
            believed.append(line)
        else:
            _close(desk, line, recorded.position)
    opened = [_open(desk, recorded, content) for content in missing.elements()]
    desk.believed[recorded.stream] = [*believed, *opened]


def _close(desk: Desk, line: Line, position: int) -> None:
    if line.coming is not None:
        line.coming["known_until"] = position
    else:
        closing = _shape(desk.tables[0]).closing
        desk.sheet().change(closing, {"closed": line.number, "at": position})


def _open(desk: Desk, recorded: Recorded[Any], content: tuple[Any, ...]) -> Line:
    names = _shape(desk.tables[0]).names
    row = dict(zip(names, content, strict=True))
    row |= {"stream": recorded.stream, "known_from": recorded.position, "known_until": None}
    desk.sheet().add(row)
    return Line(content, coming=row)


def _believed(desk: Desk, stream: StreamId) -> Sequence[Line]:
    """Read at once for all streams of the batch, but for those that begin in it."""
    if stream not in desk.believed:
        begun = {recorded.stream for recorded in desk.batch if recorded.version == 1}
        known = {recorded.stream for recorded in desk.batch} - begun
        desk.believed.update({each: [] for each in begun | known})
        if known:
            question = _shape(desk.tables[0]).believed
            for of, number, *content in desk.connection.execute(question, {"of": sorted(known)}):
                desk.believed[of].append(Line(tuple(content), number))
    return desk.believed[stream]  # type: ignore[no-any-return]  # of this module's own making


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table of bitemporal rows is read and written with."""

    names: Sequence[str]
    content: Callable[[Row], tuple[Any, ...]]
    believed: Select[Any]
    closing: Update


@lru_cache(maxsize=256)
def _shape(table: Table) -> _Shape:
    # Statements are made once for each table: they are needed at every event.
    columns = [column for column in table.columns if column.name not in _OWN]
    names = [column.name for column in columns]
    question = select(table.c.stream, table.c.row, *columns)
    return _Shape(
        names=names,
        content=itemgetter(*names),
        believed=question.where(
            table.c.stream.in_(bindparam("of", expanding=True)), table.c.known_until.is_(None)
        ),
        closing=update(table)
        .where(table.c.row == bindparam("closed"))
        .values(known_until=bindparam("at")),
    )


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
