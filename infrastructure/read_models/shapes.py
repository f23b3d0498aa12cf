"""What a table of bitemporal rows is read and written with: its statements, made once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, Table, Update, bindparam, select, update

from infrastructure.read_models.parts import Part, Parts
from infrastructure.read_models.sheets import Row

_OWN = frozenset({"row", "stream", "known_from", "known_until"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table of bitemporal rows is read and written with."""

    names: Sequence[str]
    content: Callable[[Row], tuple[Any, ...]]
    part: Callable[[Sequence[Any]], Part]
    believed: Select[Any]
    closing: Update


@lru_cache(maxsize=256)
def shape_of(table: Table, parts: Parts | None) -> Shape:
    # Statements are made once for each table: they are needed at every event.
    columns = [column for column in table.columns if column.name not in _OWN]
    names = [column.name for column in columns]
    question = select(table.c.stream, table.c.row, *columns).where(
        table.c.stream.in_(bindparam("streams", expanding=True)), table.c.known_until.is_(None)
    )
    if parts is not None:
        of_these = table.c[parts.column].in_(bindparam("parts", expanding=True))
        question = question.where(of_these)
    return Shape(
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
