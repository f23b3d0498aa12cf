"""A service of the benchmark's own, on SQLite or on a PostgreSQL that keeps what it is told."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interface.bootstrap import Running, bootstrap
from tests.support.postgres import postgres
from tests.support.service import furnish, settings_of

DURABLE = ("fsync=on", "synchronous_commit=on", "full_page_writes=on")


@contextmanager
def service(database_url: str, home: Path) -> Iterator[Running]:
    home.mkdir(exist_ok=True)
    furnish(home, database_url)
    with bootstrap(settings_of(home, database_url)) as running:
        yield running


@contextmanager
def on_sqlite() -> Iterator[tuple[Running, Path]]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        home = Path(folder) / "home"
        with service(f"sqlite:///{folder}/placements.db", home) as running:
            yield running, Path(folder)


@contextmanager
def on_postgres() -> Iterator[tuple[Running, str]]:
    """The running service, and what a driver connects to for the floor."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, postgres(*DURABLE) as server:
        server.run("CREATE DATABASE bench")
        with service(server.url("bench"), Path(folder) / "home") as running:
            yield running, server.url("bench").replace("postgresql+psycopg", "postgresql")
