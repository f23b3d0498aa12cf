"""Which provider raised or was told about which concern: the allow-list that its portal reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, MetaData, Table, Text, select

from application.clock.owners import identity_in
from domain.concern.events import ConcernRaised, ConcernShared
from domain.shared.envelope import GssCode, Recorded
from domain.shared.vocabulary import ProviderId
from infrastructure.read_models.base import Desk, Reading, ReadModel

NAME = "told_of_concerns"


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    name = NAME + suffix
    return [
        Table(
            name,
            metadata,
            Column("provider_id", Text, primary_key=True),
            Column("concern_id", Text, primary_key=True),
            Column("authority", Text, nullable=False),
            Index(f"{name}_own", "provider_id", "authority", "concern_id"),
        )
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    for provider_id in _told(recorded.event):
        earlier = [
            each for each in desk.history(recorded).events[:-1] if provider_id in _told(each.event)
        ]
        if not earlier:
            desk.sheet().add(
                {
                    "provider_id": str(provider_id),
                    "concern_id": str(identity_in(recorded.stream)),
                    "authority": desk.history(recorded).events[0].actor.authority,
                }
            )


def _told(event: object) -> Sequence[ProviderId]:
    match event:
        case ConcernRaised(raised_by=told) | ConcernShared(provider_id=told):
            return () if told is None else (told,)
        case _:
            return ()


MODEL = ReadModel(NAME, 1, define, project, ("concern",))


@dataclass(frozen=True)
class StoredTellings:
    """`application.concern.queries.TellsProviders`."""

    reading: Reading

    def told(
        self, provider_id: ProviderId, council: GssCode, *, after: UUID | None, limit: int
    ) -> Sequence[UUID]:
        with self.reading(NAME) as (connection, (table,)):
            question = (
                select(table.c.concern_id)
                .where(table.c.provider_id == str(provider_id), table.c.authority == council)
                .order_by(table.c.concern_id.desc())
                .limit(limit)
            )
            if after is not None:
                question = question.where(table.c.concern_id < str(after))
            return [UUID(each) for each in connection.scalars(question)]

    def is_told(self, concern_id: UUID, provider_id: ProviderId, council: GssCode) -> bool:
        with self.reading(NAME) as (connection, (table,)):
            question = select(table.c.concern_id).where(
                table.c.provider_id == str(provider_id),
                table.c.concern_id == str(concern_id),
                table.c.authority == council,
            )
            return connection.scalar(question) is not None
