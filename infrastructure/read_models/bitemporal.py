"""Bitemporal rows: a chronology written down, by one generic writer.

When a stream moves, its periods are computed again from its whole history; rows that
differ are closed at that position (`known_until`) and new ones opened (`known_from`).
So a list as at day D and as known at position P asks the same chronology that a fold of
the log cut at P would give, and a test holds the two against each other.

Where each event of a stream concerns one part of its rows alone, as one clock of hundreds, only
that part is computed again and compared.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
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

from domain.shared.chronology import Period
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import begins, london_day
from infrastructure.columns import Big, Instant
from infrastructure.read_models.base import Desk, ReadModel

Row = Mapping[str, Any]
Part = str | None
"""What the rows that an event concerns have in their column of parts; none where it is all rows."""

Place = tuple[StreamId, Part]

_OWN = frozenset({"row", "stream", "known_from", "known_until"})


@dataclass(frozen=True, slots=True)
class Parts:
    """How the rows of a stream part: by a column, and to which part an event belongs."""

    column: str
    of: Callable[[Any], str]


@dataclass(frozen=True)
class Bitemporal:
    """Rows of one kind: the columns beside the two times, and how a history gives them."""

    name: str
    revision: int
    capability: str
    columns: Callable[[], Sequence[Column[Any]]]
    rows: Callable[..., Iterable[Row]]
    """Of a history; and of one part of it, where there are `parts`."""

    parts: Parts | None = None
    """Given only where the rows of a part are made of the events of that part, and of no other."""

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
        parted = [self.parts.column] if self.parts else []
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
                Index(f"{name}_stream", "stream", *parted, "known_until"),
            )
        ]

    def _project(self, desk: Desk, recorded: Recorded[Any]) -> None:
        history = desk.history(recorded)
        if self.parts is None:
            write(desk, recorded, list(self.rows(history)))
        else:
            part = self.parts.of(recorded.event)
            write(desk, recorded, list(self.rows(history, part)), self.parts)


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


def write(
    desk: Desk, recorded: Recorded[Any], wanted: Sequence[Row], parts: Parts | None = None
) -> None:
    """Close what is no longer so and open what is new, at the position of this event."""
    shape = _shape(desk.tables[0], parts)
    missing = Counter(map(shape.content, wanted))
    believed = []
    for line in _believed(desk, recorded, parts):
        if missing[line.content] > 0:
            missing[line.content] -= 1
            believed.append(line)
        else:
            _close(desk, shape, line, recorded.position)
    opened = [_open(desk, shape, recorded, content) for content in missing.elements()]
    desk.believed[_place(recorded, parts)] = [*believed, *opened]


def _close(desk: Desk, shape: "_Shape", line: Line, position: int) -> None:
    if line.coming is not None:
        line.coming["known_until"] = position
    else:
        desk.sheet().change(shape.closing, {"closed": line.number, "at": position})


def _open(desk: Desk, shape: "_Shape", recorded: Recorded[Any], content: tuple[Any, ...]) -> Line:
    row = dict(zip(shape.names, content, strict=True))
    row |= {"stream": recorded.stream, "known_from": recorded.position, "known_until": None}
    desk.sheet().add(row)
    return Line(content, coming=row)


def _place(recorded: Recorded[Any], parts: Parts | None) -> Place:
    return recorded.stream, parts.of(recorded.event) if parts else None


def _believed(desk: Desk, recorded: Recorded[Any], parts: Parts | None) -> Sequence[Line]:
    """Read at once for all places of the batch, but for streams that begin in it."""
    place = _place(recorded, parts)
    if place not in desk.believed:
        begun = {each.stream for each in desk.batch if each.version == 1}
        places = {_place(each, parts) for each in desk.batch}
        desk.believed.update({each: [] for each in places})
        if known := {each for each in places if each[0] not in begun}:
            _read_believed(desk, known, parts)
    return desk.believed[place]  # type: ignore[no-any-return]  # of this module's own making


def _read_believed(desk: Desk, known: AbstractSet[Place], parts: Parts | None) -> None:
    shape = _shape(desk.tables[0], parts)
    wanted: dict[str, Sequence[str]] = {"streams": sorted({stream for stream, _ in known})}
    if parts is not None:
        wanted["parts"] = sorted({str(part) for _, part in known})
    for stream, number, *content in desk.connection.execute(shape.believed, wanted):
        # Another stream of the batch may have a part of the same name.
        if (place := (stream, shape.part(content))) in known:
            desk.believed[place].append(Line(tuple(content), number))


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table of bitemporal rows is read and written with."""

    names: Sequence[str]
    content: Callable[[Row], tuple[Any, ...]]
    part: Callable[[Sequence[Any]], Part]
    believed: Select[Any]
    closing: Update


@lru_cache(maxsize=256)
def _shape(table: Table, parts: Parts | None) -> _Shape:
    # Statements are made once for each table: they are needed at every event.
    columns = [column for column in table.columns if column.name not in _OWN]
    names = [column.name for column in columns]
    question = select(table.c.stream, table.c.row, *columns).where(
        table.c.stream.in_(bindparam("streams", expanding=True)), table.c.known_until.is_(None)
    )
    if parts is not None:
        of_these = table.c[parts.column].in_(bindparam("parts", expanding=True))
        question = question.where(of_these)
    return _Shape(
        names=names,
        content=itemgetter(*names),
        part=itemgetter(names.index(parts.column)) if parts else _whole,
        believed=question,
        closing=update(table)
        .where(table.c.row == bindparam("closed"))
        .values(known_until=bindparam("at")),
    )


def _whole(_: Sequence[Any]) -> Part:
    """Where rows have no parts."""
    return None


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
