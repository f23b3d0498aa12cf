"""A fresh, migrated database for each test: copies of one that was migrated once."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from infrastructure.migrations import migrate
from tests.support.postgres import Server

TEMPLATE = "template_migrated"


@dataclass(frozen=True)
class SqliteDatabases:
    """Copies of one migrated file."""

    template: Path

    @classmethod
    def under(cls, directory: Path) -> "SqliteDatabases":
        template = directory / "migrated.db"
        migrate(f"sqlite:///{template}")
        return cls(template)

    def fresh(self, directory: Path) -> str:
        """The URL of a new copy in a directory of the test's own."""
        copy = directory / "placements.db"
        shutil.copy(self.template, copy)
        return f"sqlite:///{copy}"


@dataclass(frozen=True)
class PostgresDatabases:
    """Databases made from one migrated template, on one server."""

    server: Server
    numbers: Iterator[int] = field(default_factory=count)

    @classmethod
    def on(cls, server: Server) -> "PostgresDatabases":
        databases = cls(server)
        server.run(f"CREATE DATABASE {TEMPLATE}")
        migrate(server.url(TEMPLATE))
        return databases

    def make_template(self, name: str, furnish: Callable[[str], None]) -> None:
        """A migrated database with more in it, for `empty` to copy."""
        self.server.run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        furnish(self.server.url(name))

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The URL of a new database, which is dropped after the block."""
        with self.empty(TEMPLATE) as url:
            yield url

    @contextmanager
    def empty(self, template: str = "template1") -> Iterator[str]:
        """The URL of a new database that nobody has migrated."""
        name = f"test_{next(self.numbers)}"
        # Copied as files: on a server that syncs nothing, four times as fast as by its log.
        self.server.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        try:
            yield self.server.url(name)
        finally:
            self.server.run(f"DROP DATABASE {name} WITH (FORCE)")


def sqlite_version() -> str:
    return sqlite3.sqlite_version
