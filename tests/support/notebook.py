"""A log of notes that mean nothing, and read models of them: for tests of the machinery."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import Column, Integer, MetaData, Table, Text, select

from application.shared.ports import History, Occasion, Receipt, Writing
from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.messages import Event
from infrastructure.clock import TimeOrderedIds
from infrastructure.columns import Big
from infrastructure.database import Database, connect
from infrastructure.event_store.catalogue import Catalogue
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.streams import LogStreams
from infrastructure.keys.master_key import create_master_key
from infrastructure.keys.ring import KeyRing
from infrastructure.keys.sealing import FieldSealer
from infrastructure.read_models.base import Desk, ReadModel
from infrastructure.read_models.projector import Projector
from infrastructure.read_models.shelf import Shelf

OFFICER = Actor(subject="officer-1", role="broker", authority=GssCode("E06000015"))
POISON = -1


class Noted(Event):
    stored_as: ClassVar[str] = "test.noted.v1"

    number: int


def counting(name: str, poisoned_by: int | None = None, pace: float = 0.0) -> ReadModel:
    """Counts how often it was told of each event; cannot bear one number, if one is given.

    `pace` is how many seconds it thinks about each.
    """

    def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
        told = Column("told", Big, primary_key=True, autoincrement=True)
        position = Column("position", Big, nullable=False)
        stream = Column("stream", Text, nullable=False)
        number = Column("number", Integer, nullable=False)
        return [Table(name + suffix, metadata, told, position, stream, number)]

    def project(desk: Desk, recorded: Recorded[Any]) -> None:
        time.sleep(pace)
        number = recorded.event.number
        row = {"position": recorded.position, "stream": recorded.stream, "number": number}
        desk.sheet().add(row)
        if number == poisoned_by:
            raise ValueError("a note that this read model cannot bear")

    return ReadModel(name, 1, define, project)


@dataclass(frozen=True)
class Notebook:
    """A log of notes with its read models, as one process has it."""

    database: Database
    streams: LogStreams
    shelf: Shelf

    @classmethod
    def open(cls, database: Database, ring: KeyRing, *models: ReadModel) -> "Notebook":
        sealer = FieldSealer(ring)
        streams = LogStreams(
            LogRecorder(database), Codec(Catalogue.of([Noted]), sealer), TimeOrderedIds()
        )
        return cls(
            database,
            streams,
            Shelf(database, Projector(database, streams, sealer), models),
        )

    def note(self, stream: str, *numbers: int) -> Receipt:
        """Append notes to a stream, all at once."""
        history: History[Noted] = self.streams.read(StreamId(stream))
        writing = Writing(history, [Noted(number=number) for number in numbers], FileId(stream))
        return self.streams.append([writing], occasion(), {})

    def carry(self) -> None:
        """Carry the log to the live read models until nothing moves."""
        while self.shelf.step():
            pass

    def told(self, name: str) -> list[int]:
        """The positions a read model was told of, in the order it was told."""
        with self.shelf.open(name) as (connection, (table,)):
            return list(connection.scalars(select(table.c.position).order_by(table.c.told)))

    def positions(self) -> list[int]:
        return [row.id for row in self.streams.recorder.select_notifications(None, 1_000_000)]


def occasion() -> Occasion:
    return Occasion(
        actor=OFFICER,
        now=datetime.now(UTC),
        channel=Channel.API,
        correlation=TimeOrderedIds().new(),
        give_up_at=time.monotonic() + 30,
    )


def ring_in(folder: Path) -> KeyRing:
    """A key ring of its own for one test."""
    master = folder / "master.key"
    if not master.exists():
        create_master_key(master)
    return KeyRing.open(f"sqlite:///{folder / 'keys.db'}", master)


def carry_until(url: str, folder: str, names: Sequence[str], position: int) -> None:
    """What a process of its own does: carries the log until it has got to a position."""
    with closing(ring_in(Path(folder))) as ring:
        database = connect(url)
        notebook = Notebook.open(database, ring, *map(counting, names))
        keep_carrying(notebook, lambda: notebook.shelf.freshness(position).behind == ())
        database.dispose()


def keep_carrying(notebook: Notebook, until: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not until():
        if time.monotonic() > deadline:
            raise TimeoutError("the read models did not get there")
        if notebook.shelf.step() == 0:
            time.sleep(0.005)
