"""Who works with which child, by day: what access and worklists follow (R-27)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Table, Text, and_, exists, literal, or_, select

from application.access.ports import Dealings, Owner
from application.shared.ports import History, Reads
from domain.case.chronology.people import allocations_of
from domain.case.corrections import standing
from domain.case.events import CaseEvent
from domain.shared.envelope import StreamId
from infrastructure.read_models.as_at import known_at, true_on
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.owners import StoredOwners, owner_by
from infrastructure.read_models.sheets import Row

NAME = "allocations"


def rows(history: History[CaseEvent]) -> Iterable[Row]:
    for part in allocations_of(standing(history.events)):
        yield {**times(part), "kind": part.kind, "who": part.who}


MODEL = Bitemporal(
    NAME,
    1,
    "case",
    lambda: (Column("kind", Text, nullable=False), Column("who", Text, nullable=False)),
    rows,
).read_model()


def is_open_to(
    table: Table,
    children: Table,
    stream: ColumnElement[str],
    related: frozenset[str],
    today: date,
) -> ColumnElement[bool]:
    """The policy's rule of relationship for a list: one's own, and those nobody has had yet.

    `children` are the children of each stream; a stream about none is open.
    """
    ever = and_(
        children.c.stream == stream,
        table.c.stream == literal("case-") + children.c.case_id,
        known_at(table, None),
    )
    return or_(
        exists().where(ever, true_on(table, today), table.c.who.in_(related)),
        ~exists().where(ever),
    )


def is_worked_by(
    table: Table,
    children: Table,
    stream: ColumnElement[str],
    related: frozenset[str],
    today: date,
) -> ColumnElement[bool]:
    """Whether one of these subjects and teams works with a child of a stream today."""
    return exists().where(
        children.c.stream == stream,
        table.c.stream == literal("case-") + children.c.case_id,
        known_at(table, None),
        true_on(table, today),
        table.c.who.in_(related),
    )


@dataclass(frozen=True)
class StoredTenancy:
    """`application.access.ports.Tenancy`: owners and allocations together.

    A stream whose beginning no read model shows yet is asked itself: whoever has just been
    given an id must find what it names, however far behind the read models are.
    """

    reading: Reading
    owners: StoredOwners
    streams: Reads

    def owner(self, stream: StreamId) -> Owner | None:
        return self.owners.owner(stream) or self._by_its_beginning(stream)

    def _by_its_beginning(self, stream: StreamId) -> Owner | None:
        events = self.streams.read(stream).events
        return owner_by(events[0]) if events else None

    def dealings(self, case_id: UUID, day: date) -> Dealings:
        with self.reading(NAME) as (connection, (table,)):
            question = select(table.c.who, true_on(table, day).label("now")).where(
                table.c.stream == f"case-{case_id}", known_at(table, None)
            )
            rows = connection.execute(question).all()
        return Dealings(frozenset(row.who for row in rows if row.now), bool(rows))
