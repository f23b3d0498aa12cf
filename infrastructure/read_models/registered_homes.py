"""Which listed homes were ever registered under a number (URN), which is public."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, MetaData, Table, Text, select

from domain.setting.events.register import RegistrationRecorded
from domain.shared.envelope import GssCode, Recorded
from domain.shared.vocabulary import SettingId
from infrastructure.read_models.base import Desk, Reading, ReadModel

NAME = "registered_homes"


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    return [
        Table(
            NAME + suffix,
            metadata,
            Column("urn", Text, primary_key=True),
            Column("stream", Text, primary_key=True),
            Column("authority", Text, nullable=False),
        )
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    event = recorded.event
    if not isinstance(event, RegistrationRecorded) or event.urn is None:
        return
    key = {"urn": event.urn, "stream": recorded.stream}
    desk.sheet().replace([{**key, "authority": recorded.actor.authority}], **key)


MODEL = ReadModel(NAME, 1, define, project, ("setting",))


@dataclass(frozen=True)
class StoredRegisteredHomes:
    """`RegisteredHomes` of the imports."""

    reading: Reading

    def with_urns(
        self, authority: GssCode, urns: AbstractSet[str]
    ) -> Mapping[str, Sequence[SettingId]]:
        """The homes of an authority by number, those that have one of these."""
        found: dict[str, list[SettingId]] = defaultdict(list)
        with self.reading(NAME) as (connection, (table,)):
            question = (
                select(table.c.urn, table.c.stream)
                .where(table.c.authority == authority)
                .order_by(table.c.stream)
            )
            for urn, stream in connection.execute(question):
                if urn in urns:
                    found[urn].append(SettingId(UUID(stream.removeprefix("setting-"))))
        return found
