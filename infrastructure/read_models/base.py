"""What a read model is: one question, its tables, and what each event means for them.

Read models have no migrations. A build has a number that stands in its table names; a new
build is made in shadow beside the live one and takes over when one row names it.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from sqlalchemy import Connection, MetaData, Table

from application.shared.ports import History
from domain.shared.envelope import FileId, Recorded, StreamId
from domain.shared.personal import Erased
from infrastructure.read_models.sheets import Sheet

BUILDS = 1000
"""Build numbers for each revision: the builds of revision 3 are 3000, 3001, …"""


class Cabinet(Protocol):
    """Seals and opens personal columns under the key of a file."""

    def seal_text(self, text: str, file: FileId, context: str) -> str: ...

    def open_text(self, sealed: str, file: FileId, context: str) -> str | Erased: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What a projection works with in one batch: its tables, the key ring, past events.

    `history` is the stream of an event up to and with that event: for chronologies. What is
    put on a sheet stands in its table once the batch is written down, and no sooner.
    """

    connection: Connection
    tables: Sequence[Table]
    cabinet: Cabinet
    history: Callable[[Recorded[Any]], History[Any]]
    batch: Sequence[Recorded[Any]] = ()
    """The events of this batch that concern the read model."""

    sheets: dict[Table, Sheet] = field(default_factory=dict)
    believed: dict[tuple[StreamId, str | None], Any] = field(default_factory=dict)
    """What is believed so far of a stream or of a part of it, kept by `believed`."""

    def sheet(self, table: Table | None = None) -> Sheet:
        """Of its only table, or of one of several."""
        table = self.tables[0] if table is None else table
        return self.sheets.setdefault(table, Sheet(table))

    def write_down(self) -> None:
        for sheet in self.sheets.values():
            sheet.write_down(self.connection)


@dataclass(frozen=True)
class ReadModel:
    """One question. `revision` goes up by one when its tables or its `project` change."""

    name: str
    revision: int
    define: Callable[[MetaData, str], Sequence[Table]]
    project: Callable[[Desk, Recorded[Any]], None]
    streams: tuple[str, ...] = ()
    """The capabilities whose events concern it; empty for all."""

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        return tuple(f"{capability}-" for capability in self.streams)

    def concerns(self, stream: StreamId) -> bool:
        return not self.streams or stream.startswith(self.prefixes)

    def build(self, number: int) -> "Build":
        metadata = MetaData()
        return Build(self, number, metadata, tuple(self.define(metadata, f"_r{number}")))


@dataclass(frozen=True)
class Build:
    """A read model with its tables under one build number."""

    model: ReadModel
    number: int
    metadata: MetaData
    tables: tuple[Table, ...]

    @property
    def key(self) -> str:
        return f"{self.model.name}@{self.number}"


class Reading(Protocol):
    """Opens live read models together: a connection, and their tables as they are now."""

    def __call__(
        self, *names: str
    ) -> AbstractContextManager[tuple[Connection, Sequence[Table]]]: ...
