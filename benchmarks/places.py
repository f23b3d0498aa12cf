"""Where things are measured: a durable database of each kind, and a casework on it."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from application.shared.casework import Casework
from application.shared.office import Office
from infrastructure.clock import ServiceClock, TimeOrderedIds
from infrastructure.database import Database, connect
from infrastructure.event_store.catalogue import SHIPPED
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.streams import LogStreams
from infrastructure.keys.ring import KeyRing
from infrastructure.keys.sealing import FieldSealer
from infrastructure.migrations import migrate
from tests.support.notebook import ring_in
from tests.support.postgres import Server, postgres

DURABLE = ("max_connections=50",)
"""Nothing that makes the server forget: it syncs every commit, as a council's would."""


@dataclass(frozen=True)
class Bench:
    """One database with the service's own log over it."""

    name: str
    url: str
    folder: Path
    database: Database
    ring: KeyRing
    streams: LogStreams
    office: Office

    @property
    def sealer(self) -> FieldSealer:
        return self.streams.codec.sealer


@dataclass(frozen=True)
class Places:
    """A folder on the disk, and a durable PostgreSQL server."""

    folder: Path
    server: Server

    def urls(self, name: str) -> Mapping[str, str]:
        """A fresh database of each kind."""
        self.server.run(f"CREATE DATABASE {name}")
        return {
            "SQLite": f"sqlite:///{self.folder / name}.db",
            "PostgreSQL": self.server.url(name),
        }

    @contextmanager
    def benches(self, name: str) -> Iterator[list[Bench]]:
        with ExitStack() as stack:
            yield [
                stack.enter_context(bench(kind, url, self.folder / f"{name}-{kind}"))
                for kind, url in self.urls(name).items()
            ]


@contextmanager
def places() -> Iterator[Places]:
    with (
        tempfile.TemporaryDirectory(prefix="benchmarks-") as folder,
        postgres(*DURABLE) as server,
    ):
        yield Places(Path(folder), server)


@contextmanager
def bench(kind: str, url: str, folder: Path) -> Iterator[Bench]:
    folder.mkdir()
    migrate(url)
    database = connect(url)
    with closing(ring_in(folder)) as ring:
        ids = TimeOrderedIds()
        streams = LogStreams(LogRecorder(database), Codec(SHIPPED, FieldSealer(ring)), ids)
        office = Office(Casework(streams, ring), streams, ServiceClock(), ids)
        yield Bench(kind, url, folder, database, ring, streams, office)
        database.dispose()
