"""Which organisations an authority has listed, on which lots, and whether suspended."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Row,
    Select,
    Table,
    Text,
    exists,
    or_,
    select,
)

from application.provider.queries import ListedProvider, Lot, Which
from application.shared.asking import AsOf
from domain.provider.events import ProviderRegistered
from domain.provider.vocabulary import Sector, SuspensionScope
from domain.shared.envelope import Recorded
from infrastructure.columns import Big
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Desk, Reading, ReadModel
from infrastructure.read_models.lot_members import NAME as LOT_MEMBERS
from infrastructure.read_models.suspensions import NAME as SUSPENSIONS

NAME = "providers_register"


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    return [
        Table(
            NAME + suffix,
            metadata,
            Column("stream", Text, primary_key=True),
            Column("authority", Text, nullable=False, index=True),
            Column("name", Text, nullable=False),
            Column("sector", Text, nullable=False),
            Column("opened_at", Big, nullable=False),
        )
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    event = recorded.event
    if isinstance(event, ProviderRegistered):
        row = {
            "stream": recorded.stream,
            "authority": recorded.actor.authority,
            "name": event.name,
            "sector": event.sector,
            "opened_at": recorded.position,
        }
        desk.sheet().add(row)


MODEL = ReadModel(NAME, 1, define, project, ("provider",))


@dataclass(frozen=True)
class StoredProviderList:
    """`application.provider.queries.ProviderList`."""

    reading: Reading

    def listed(self, which: Which, of: AsOf) -> Sequence[ListedProvider]:
        with self.reading(NAME, LOT_MEMBERS, SUSPENSIONS) as (connection, tables):
            register, members, suspensions = tables
            found = connection.execute(_page(register, members, which, of)).all()
            streams = [row.stream for row in found]
            lots = _by_provider(connection, members, streams, of)
            scopes = _by_provider(connection, suspensions, streams, of)
        return [_listed(row, lots.get(row.stream, []), scopes.get(row.stream, [])) for row in found]


def _page(register: Table, members: Table, which: Which, of: AsOf) -> Select[Any]:
    question = select(register).where(
        register.c.authority == which.authority, register.c.opened_at <= (of.position or 0)
    )
    if which.contract_id is not None:
        on_it = [members.c.stream == register.c.stream, *_true(members, of)]
        on_it.append(members.c.contract_id == str(which.contract_id))
        if which.lot is not None:
            on_it.append(members.c.lot == which.lot)
        question = question.where(exists().where(*on_it))
    if which.after is not None:
        question = question.where(register.c.stream > f"provider-{which.after}")
    return question.order_by(register.c.stream).limit(which.limit)


def _true(table: Table, of: AsOf) -> list[ColumnElement[bool]]:
    """As known and as at: as the domain's `covers`, without the day on which it ended."""
    begun = table.c.since_day <= of.day
    not_over = or_(table.c.until_day.is_(None), table.c.until_day > of.day)
    return [known_at(table, of.position), begun, not_over]


def _by_provider(
    connection: Connection, table: Table, streams: Sequence[str], of: AsOf
) -> Mapping[str, Sequence[Row[Any]]]:
    question = select(table).where(table.c.stream.in_(streams), *_true(table, of))
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(question.order_by(table.c.row)):
        found[row.stream].append(row)
    return found


def _listed(
    row: Row[Any], lots: Sequence[Row[Any]], suspensions: Sequence[Row[Any]]
) -> ListedProvider:
    return ListedProvider(
        provider_id=UUID(row.stream.removeprefix("provider-")),
        name=row.name,
        sector=Sector(row.sector),
        suspended=SuspensionScope(suspensions[0].scope) if suspensions else None,
        lots=[Lot(UUID(each.contract_id), each.lot) for each in lots],
    )
