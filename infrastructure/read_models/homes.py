"""Which homes an authority has listed, and their names, sealed under each home's own key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, MetaData, Row, Select, Table, Text, select

from application.matching.ports import OnRegister
from application.setting.queries import Whose
from domain.setting.events import SettingRegistered
from domain.shared.envelope import FileId, GssCode, Recorded
from domain.shared.personal import ERASED, Erased
from domain.shared.vocabulary import Provision
from infrastructure.columns import Big
from infrastructure.read_models.base import Cabinet, Desk, Reading, ReadModel

NAME = "homes"
CONTEXT = "homes:{}"


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    """`sealed_name` is null where the home's file had been erased when this was built."""
    return [
        Table(
            NAME + suffix,
            metadata,
            Column("stream", Text, primary_key=True),
            Column("authority", Text, nullable=False, index=True),
            Column("file", Text, nullable=False),
            Column("provision", Text, nullable=False),
            Column("district", Text, nullable=False),
            Column("sealed_name", Text),
            Column("opened_at", Big, nullable=False),
        )
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    event = recorded.event
    if not isinstance(event, SettingRegistered):
        return
    row = {
        "stream": recorded.stream,
        "authority": event.authority,
        "file": recorded.file,
        "provision": event.provision,
        "district": event.district,
        "sealed_name": _sealed(desk.cabinet, recorded, event.name),
        "opened_at": recorded.position,
    }
    desk.sheet().add(row)


MODEL = ReadModel(NAME, 1, define, project, ("setting",))


@dataclass(frozen=True)
class Names:
    """Opens the names of homes; an erased one says so."""

    cabinet: Cabinet

    def of(self, row: Row[Any]) -> str | Erased:
        if row.sealed_name is None:
            return ERASED
        return self.cabinet.open_text(row.sealed_name, FileId(row.file), CONTEXT.format(row.stream))


def page(table: Table, whose: Whose, position: int) -> Select[Any]:
    """The homes that an authority had listed by a position, in the order of their ids."""
    question = select(table).where(
        table.c.authority == whose.authority, table.c.opened_at <= position
    )
    if whose.provision is not None:
        question = question.where(table.c.provision == whose.provision)
    if whose.after is not None:
        question = question.where(table.c.stream > f"setting-{whose.after}")
    return question.order_by(table.c.stream).limit(whose.limit)


@dataclass(frozen=True)
class StoredHomesOnRegister:
    """`application.matching.ports.HomesOnRegister`."""

    reading: Reading

    def known_by(self, authority: GssCode, position: int) -> Sequence[OnRegister]:
        with self.reading(NAME) as (connection, (table,)):
            found = connection.execute(
                select(table.c.stream, table.c.provision)
                .where(table.c.authority == authority, table.c.opened_at <= position)
                .order_by(table.c.stream)
            ).all()
        return [OnRegister(setting_id(row.stream), Provision(row.provision)) for row in found]


def setting_id(stream: str) -> UUID:
    return UUID(stream.removeprefix("setting-"))


def _sealed(cabinet: Cabinet, recorded: Recorded[Any], name: str | Erased) -> str | None:
    if isinstance(name, Erased):
        return None
    return cabinet.seal_text(name, recorded.file, CONTEXT.format(recorded.stream))
