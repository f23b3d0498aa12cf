"""A table as a batch leaves it: changed in memory, and written down once, at the end.

A statement costs more than its rows: a batch makes one of each kind for each table, however
many events it holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Table, Update, bindparam, delete, insert

Row = Mapping[str, Any]
Key = tuple[tuple[str, Any], ...]

UNKEYED: Key = ()
"""Where rows stand that nothing will replace by a key."""


@dataclass
class Sheet:
    """What is to become of one table: first what goes, then what changes, then what is new."""

    table: Table
    gone: set[Key] = field(default_factory=set)
    changed: dict[Update, list[Row]] = field(default_factory=dict)
    new: dict[Key, list[Row]] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        self.new.setdefault(UNKEYED, []).append(row)

    def replace(self, rows: Sequence[Row], **key: Any) -> None:
        """Whatever had this key goes, and these rows take its place.

        A table whose rows are replaced is always written so, and by the same columns.
        """
        place = tuple(key.items())
        self.gone.add(place)
        self.new[place] = list(rows)

    def change(self, statement: Update, values: Row) -> None:
        self.changed.setdefault(statement, []).append(values)

    def write_down(self, connection: Connection) -> None:
        if self.gone:
            going = [dict(key) for key in self.gone]
            connection.execute(_deleting(self.table, tuple(going[0])), going)
        for statement, values in self.changed.items():
            connection.execute(statement, values)
        if new := [row for rows in self.new.values() for row in rows]:
            connection.execute(_inserting(self.table), new)


# Statements are made once for each table: they are needed at every batch.


@lru_cache(maxsize=256)
def _inserting(table: Table) -> Insert:
    return insert(table)


@lru_cache(maxsize=256)
def _deleting(table: Table, names: tuple[str, ...]) -> Delete:
    return delete(table).where(*(table.c[name] == bindparam(name) for name in names))
