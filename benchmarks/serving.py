"""The service over HTTP on loopback: a command that can be read again, and nothing at all."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count

import httpx2
import psutil

from application.access.principal import Role
from benchmarks.client import Ask, several, timed
from benchmarks.measuring import Row, at_least, by_turns, p
from benchmarks.places import Places
from tests.support.serving import Server, free_port, serving

WANTED = 0.08
CLIENTS = 4
MEGABYTES = 120
CASES = 400

GREETING = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
HELLO = """
import sys, uvicorn
from fastapi import FastAPI
app = FastAPI()
@app.get("/")
async def hello() -> dict[str, str]:
    return {"hello": "world"}
uvicorn.run(app, port=int(sys.argv[1]), access_log=False, log_config=None)
"""


def rows(places: Places, *, quick: bool) -> Iterator[Row]:
    rounds, size = (3, 80) if quick else (7, 400)
    for name, url in places.urls("serving").items():
        home = places.folder / f"serving-{name}"
        home.mkdir()
        with serving(home, url) as server, hello() as port:
            ask = commands(server)
            several(server.port, ask, CLIENTS, size)  # until everything is loaded and compiled
            pair = by_turns(
                partial(several, port, lambda: GREETING, CLIENTS, size * 4),
                partial(several, server.port, ask, CLIENTS, size),
                rounds,
            )
            yield at_least(
                f"command endpoint against async hello, {name}", pair, WANTED, "a second"
            )
            yield one_command(name, server, ask, size)
            yield memory(name, server)


def one_command(name: str, server: Server, ask: Ask, size: int) -> Row:
    """One client: a command is answered when every read model has passed it."""
    spent = [1000 * each for each in timed(server.port, ask, size)]
    return Row(
        what=f"a command over HTTP from request to answer, p50, {name}",
        found=f"{p(spent, 0.5):.1f} ms",
        wanted="",
        met=None,
        detail=f"p95 {p(spent, 0.95):.1f} ms, p99 {p(spent, 0.99):.1f} ms",
    )


def memory(name: str, server: Server) -> Row:
    assert server.process is not None
    held = psutil.Process(server.process.pid).memory_info().rss / 2**20
    return Row(
        what=f"resident memory of a server that has worked, {name}",
        found=f"{held:.0f} MB",
        wanted=f"under {MEGABYTES} MB",
        met=held < MEGABYTES,
    )


def commands(server: Server) -> Ask:
    """Somebody is allocated to one of several children, each time with a new key."""
    token = server.token(Role.TEAM_MANAGER, "bench")
    cases = [open_case(server, token, number) for number in range(CASES)]
    numbers = count()

    def ask() -> bytes:
        number = next(numbers)
        body = {"kind": "team", "who": f"team-{number}", "since": "2026-03-02"}
        path = f"/v1/cases/{cases[number % CASES]}/allocations"
        return post(path, token, f"bench-{number:08d}", json.dumps(body))

    return ask


def open_case(server: Server, token: str, number: int) -> str:
    body = {
        "full_name": f"Demo-Bench {number}",
        "birth_date": {"born_on": "2011-02-03", "source": "birth certificate"},
        "sex": "F",
        "not_a_duplicate_because": "a benchmark",
    }
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"open-{number:06d}"}
    answer = httpx2.post(f"{server.url}/v1/cases", json=body, headers=headers, timeout=30)
    return str(answer.raise_for_status().json()["ids"]["case_id"])


def post(path: str, token: str, key: str, body: str) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        f"Idempotency-Key: {key}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


@contextmanager
def hello() -> Iterator[int]:
    """The least that a request can cost here: the same server, an `async` route, no work."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", HELLO, str(port)])
    try:
        until_it_answers(port)
        yield port
    finally:
        process.kill()
        process.wait()


def until_it_answers(port: int) -> None:
    for _ in range(600):
        try:
            timed(port, lambda: GREETING, 1)
        except ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("hello does not answer")
