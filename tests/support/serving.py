"""`placements serve --dev` as a process of its own: started, asked, killed, started again."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import httpx2

from application.access.principal import Principal, Role
from domain.shared.envelope import GssCode
from interface.http.security import TokenIssuer, development_key
from interface.settings import AUDIENCE, DEVELOPMENT_ISSUER
from tests.support.service import DERBY

SECONDS_TO_START = 90
COMMAND = "from interface.cli import main; main()"


@dataclass
class Server:
    """A service in a folder, and the process that serves it while there is one."""

    home: Path
    database_url: str
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """Everything it ever said on standard error and output, over all its lives."""
        return self.home / "log.jsonl"

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = self._spawn(log)
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
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

    def _spawn(self, log: IO[bytes]) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "PLACEMENTS_HOME_FOLDER": str(self.home),
            "PLACEMENTS_DATABASE_URL": self.database_url,
        }
        command = [sys.executable, "-c", COMMAND, "serve", "--dev", "--port", str(self.port)]
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log)

    def _ready(self) -> bool:
        try:
            return httpx2.get(f"{self.url}/readyz", timeout=2).status_code == 200
        except httpx2.HTTPError:
            return False

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)
        self.process = None


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
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
