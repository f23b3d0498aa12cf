"""A command endpoint over HTTP, read models caught up, against an `async` hello."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import httpx2
import psutil

from interface.settings import Settings

HELLO = (
    "import sys, uvicorn; from fastapi import FastAPI; app = FastAPI();\n"
    "@app.get('/')\n"
    "async def hello() -> dict[str, str]: return {'hello': 'world'}\n"
    "uvicorn.run(app, port=int(sys.argv[1]), log_level='error')"
)
SERVE = (
    "import sys; from interface.cli import main;"
    "sys.argv = ['placements', 'serve', '--dev', '--port', sys.argv[1]]; main()"
)
PATIENCE = 60.0


@contextmanager
def hello() -> Iterator[Callable[[], object]]:
    with _process(HELLO, {}) as (client, _):
        yield lambda: client.get("/")


@contextmanager
def command(
    settings: Settings, token: str
) -> Iterator[tuple[Callable[[], object], Callable[[], float]]]:
    """Opening cases; and how many megabytes the server takes."""
    numbers = count()

    where = {
        "PLACEMENTS_HOME_FOLDER": str(settings.home),
        "PLACEMENTS_DATABASE_URL": settings.database_url,
    }
    with _process(SERVE, where) as (client, server):

        def once() -> None:
            number = next(numbers)
            answer = client.post(
                "/v1/cases",
                json={
                    "full_name": f"Demo-Bench {number}",
                    "birth_date": {"born_on": "2010-05-17", "source": "bench"},
                    "sex": "F",
                    "not_a_duplicate_because": "a benchmark",
                },
                headers={
                    "Authorization": f"Bearer {token}",
                    "Idempotency-Key": f"bench-serving-{number}",
                },
            )
            answer.raise_for_status()

        yield once, lambda: psutil.Process(server).memory_info().rss / 1e6


@contextmanager
def _process(code: str, settings: dict[str, str]) -> Iterator[tuple[httpx2.Client, int]]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(port)],
        env={**os.environ, **settings},
        stderr=subprocess.DEVNULL,
    )
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            _wait(client)
            yield client, process.pid
    finally:
        process.terminate()
        process.wait(30)


def _wait(client: httpx2.Client) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            client.get("/healthz")
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not start")
