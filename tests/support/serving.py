"""`placements serve --dev` as a process of its own: started, asked, killed, started again."""

import json
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from application.access.principal import Principal, Role
from domain.shared.envelope import GssCode
from interface.cli import main
from interface.http.security import TokenIssuer, development_key
from interface.settings import AUDIENCE, DEVELOPMENT_ISSUER
from tests.support.processes import PROCESSES
from tests.support.service import DERBY

SECONDS_TO_START = 90
HOST = "127.0.0.1"


@dataclass
class Server:
    """A service in a folder, and the process that serves it while there is one."""

    home: Path
    database_url: str
    port: int
    process: BaseProcess | None = field(default=None, init=False)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def log(self) -> Path:
        """Everything it ever said on standard error and output, over all its lives."""
        return self.home / "log.jsonl"

    def start(self) -> None:
        told = {
            "PLACEMENTS_HOME_FOLDER": str(self.home),
            "PLACEMENTS_DATABASE_URL": self.database_url,
        }
        arguments = ["serve", "--dev", "--port", str(self.port)]
        self.process = PROCESSES.Process(
            target=placements, args=(arguments, told, self.log), daemon=True
        )
        self.process.start()
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._ready():
            if not self.process.is_alive() or time.monotonic() > deadline:
                raise RuntimeError(self.log.read_text())
            time.sleep(0.05)

    def kill(self) -> None:
        """SIGKILL: nothing is finished and nothing is put away."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def token(self, role: Role, subject: str | None = None, **who: Any) -> str:
        issuer = TokenIssuer(
            development_key(self.home / "issuer.json"), DEVELOPMENT_ISSUER, AUDIENCE
        )
        return issuer.token(
            Principal(subject or f"demo-{role}", role, GssCode(who.pop("authority", DERBY)), **who)
        )

    def said(self) -> list[Mapping[str, Any]]:
        """Its log, line by line."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def _ready(self) -> bool:
        with closing(HTTPConnection(HOST, self.port, timeout=2)) as asking:
            try:
                asking.request("GET", "/readyz")
                return asking.getresponse().status == HTTPStatus.OK
            except (OSError, HTTPException):
                return False

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.pid and self.process.is_alive():
            os.kill(self.process.pid, how)
            self.process.join(30)
        self.process = None


def placements(arguments: list[str], told: Mapping[str, str], log: Path) -> None:
    """The command line, in a process of its own that writes what it says to a file."""
    with log.open("ab") as said:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(said.fileno(), stream.fileno())
    os.environ.update(told)
    sys.argv = ["placements", *arguments]
    main()


@contextmanager
def serving(home: Path, database_url: str) -> Iterator[Server]:
    """A server for the length of a block; whatever runs at its end is killed."""
    server = Server(home, database_url, free_port())
    server.start()
    try:
        yield server
    finally:
        server.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
