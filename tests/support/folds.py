"""Read models held against the log: what they hold must be what a fresh fold of it gives."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import LargeBinary, Table, select

from interface.bootstrap import Running

OWN = frozenset({"row", "sealed", "pack", "offer", "reason"})
"""Columns that differ between two builds of the same: row numbers, and what is sealed."""

Content = Mapping[str, Sequence[tuple[Any, ...]]]


def contents(running: Running) -> Content:
    """Every row of every live read model, sorted, by table."""
    found: dict[str, Sequence[tuple[Any, ...]]] = {}
    for model in running.shelf.models:
        with running.shelf.open(model.name) as (connection, tables):
            for number, table in enumerate(tables):
                rows = connection.execute(select(*_compared(table))).all()
                found[f"{model.name}.{number}"] = sorted(map(tuple, rows), key=repr)
    return found


def folded_afresh(running: Running) -> Content:
    """The same after everything was built anew from the first event on."""
    running.shelf.rebuild([model.name for model in running.shelf.models])
    return contents(running)


def _compared(table: Table) -> Sequence[Any]:
    return [
        column
        for column in table.columns
        if column.name not in OWN and not isinstance(column.type, LargeBinary)
    ]
