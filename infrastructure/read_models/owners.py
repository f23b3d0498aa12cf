"""Whose is this stream? Its authority, its file, and the children and provider it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, select

from application.access.ports import Owner
from domain.shared.envelope import FileId, GssCode, Recorded, StreamId
from domain.shared.vocabulary import CaseId, ProviderId
from infrastructure.columns import Big
from infrastructure.read_models.base import Desk, Reading, ReadModel

NAME = "owners"


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    name = NAME + suffix
    return [
        Table(
            name,
            metadata,
            Column("stream", Text, primary_key=True),
            Column("authority", Text, nullable=False),
            Column("file", Text, nullable=False),
            Column("case_id", Text),
            Column("provider_id", Text),
            Column("opened_at", Big, nullable=False),
        ),
        Table(
            f"{name}_children",
            metadata,
            Column("stream", Text, primary_key=True),
            Column("case_id", Text, primary_key=True),
            Column("number", Integer, nullable=False),
            Column("opened_at", Big, nullable=False),
            Index(f"{name}_case", "case_id"),
        ),
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    if recorded.version == 1:
        owner = owner_by(recorded)
        row = {
            "stream": recorded.stream,
            "authority": owner.authority,
            "file": recorded.file,
            "case_id": str(owner.case_id) if owner.case_id else None,
            "provider_id": str(owner.provider_id) if owner.provider_id else None,
            "opened_at": recorded.position,
        }
        owners, children = desk.tables
        desk.sheet(owners).add(row)
        for number, case_id in enumerate(owner.children, start=1):
            child = {"stream": recorded.stream, "case_id": str(case_id), "number": number}
            desk.sheet(children).add({**child, "opened_at": recorded.position})


def owner_by(first: Recorded[Any]) -> Owner:
    """Whose a stream is, by its first event."""
    return Owner(
        authority=first.actor.authority,
        case_id=getattr(first.event, "case_id", None),
        provider_id=getattr(first.event, "provider_id", None),
        siblings=getattr(first.event, "siblings", ()),
    )


MODEL = ReadModel(NAME, 2, define, project)


KEPT = 4096
"""How many owners a process remembers: a stream's first event never changes."""


@dataclass(frozen=True)
class StoredOwners:
    reading: Reading
    remembered: dict[StreamId, Owner] = field(default_factory=dict)

    def owner(self, stream: StreamId) -> Owner | None:
        if known := self.remembered.get(stream):
            return known
        owner = self._stored(stream)
        if owner is not None:
            if len(self.remembered) >= KEPT:
                self.remembered.clear()
            self.remembered[stream] = owner
        return owner

    def _stored(self, stream: StreamId) -> Owner | None:
        with self.reading(NAME) as (connection, (table, children)):
            row = connection.execute(select(table).where(table.c.stream == stream)).one_or_none()
            theirs = select(children.c.case_id).where(children.c.stream == stream)
            named = connection.scalars(theirs.order_by(children.c.number)).all()
        if row is None:
            return None
        return Owner(
            authority=GssCode(row.authority),
            case_id=CaseId(UUID(row.case_id)) if row.case_id else None,
            provider_id=ProviderId(UUID(row.provider_id)) if row.provider_id else None,
            siblings=tuple(CaseId(UUID(each)) for each in named[1:]),
        )

    def file_of(self, stream: StreamId) -> FileId | None:
        with self.reading(NAME) as (connection, (table, _)):
            file = connection.scalar(select(table.c.file).where(table.c.stream == stream))
        return FileId(file) if file else None

    def streams_of_council(
        self, council: GssCode, capability: str, up_to: int
    ) -> Sequence[StreamId]:
        """`application.measures.queries.StreamsOfCouncil`, oldest first."""
        with self.reading(NAME) as (connection, (table, _)):
            found = connection.scalars(
                select(table.c.stream)
                .where(
                    table.c.authority == council,
                    table.c.stream.startswith(f"{capability}-", autoescape=True),
                    table.c.opened_at <= up_to,
                )
                .order_by(table.c.opened_at)
            ).all()
        return [StreamId(stream) for stream in found]

    def streams_of(self, case_id: UUID, up_to: int | None = None) -> Sequence[StreamId]:
        """Every stream of one child that had begun by a position, oldest first."""
        with self.reading(NAME) as (connection, (_, children)):
            question = select(children.c.stream).where(children.c.case_id == str(case_id))
            if up_to is not None:
                question = question.where(children.c.opened_at <= up_to)
            found = connection.scalars(question.order_by(children.c.opened_at)).all()
        return [StreamId(stream) for stream in found]
