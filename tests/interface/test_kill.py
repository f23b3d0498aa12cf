"""SIGKILL at any moment loses nothing that was acknowledged and does nothing twice."""

import random
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import httpx2
import pytest

from application.access.principal import Role
from domain.shared.envelope import Recorded
from infrastructure.event_store.codec import previous_of
from infrastructure.event_store.digests import NOTHING, digest
from infrastructure.event_store.log import EventLog
from interface.bootstrap import Running, bootstrap
from tests.support.databases import PostgresDatabases
from tests.support.folds import contents, folded_afresh
from tests.support.service import settings_of
from tests.support.serving import Server, serving

ROUNDS, MANY_ROUNDS = 3, 50
WRITERS = 4
SURNAMES = ("Ash", "Birch", "Cedar", "Damson", "Elder", "Fir")

Command = tuple[str, str, Mapping[str, Any]]


@dataclass
class Writer:
    """Sends commands one after the other, each with its own key, until the service is gone.

    What it was told is `acknowledged`; of the last command it cannot know: `uncertain`.
    """

    server: Server
    number: int
    acknowledged: dict[str, Any] = field(default_factory=dict)
    uncertain: list[Command] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)
    keys: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        token = self.server.token(Role.TEAM_MANAGER, f"writer-{self.number}")
        self.headers = {"Authorization": f"Bearer {token}"}

    def write_until_it_is_gone(self) -> None:
        with self._client() as client:
            while self._sent(client, self._next()):
                pass

    def settle(self) -> None:
        """Ask again, with the same key, for whatever was never answered."""
        with self._client() as client:
            while self.uncertain:
                assert self._sent(client, self.uncertain.pop())

    def _sent(self, client: httpx2.Client, command: Command) -> bool:
        key, path, body = command
        try:
            answer = client.post(path, json=body, headers={"Idempotency-Key": key})
        except httpx2.TransportError:
            self.uncertain.append(command)
            return False
        if answer.status_code == 503:  # the database was told to wait and did not come back
            self.uncertain.append(command)
            return False
        assert answer.status_code == 201, answer.text
        self.acknowledged[key] = answer.json()
        if path == "/v1/cases":
            self.cases.append(answer.json()["ids"]["case_id"])
        return True

    def _next(self) -> Command:
        number = next(self.keys)
        key = f"writer-{self.number}-{number:05d}"
        if number % 4 == 0 or not self.cases:
            return key, "/v1/cases", self._child(number)
        since = f"2026-03-{number % 28 + 1:02d}"
        body = {"kind": "team", "who": f"team-{number}", "since": since}
        return key, f"/v1/cases/{self.cases[-1]}/allocations", body

    def _child(self, number: int) -> Mapping[str, Any]:
        surname = SURNAMES[number % len(SURNAMES)]
        return {
            "full_name": f"Demo-{self.number}-{number} {surname}",
            "birth_date": {"born_on": "2011-02-03", "source": "birth certificate"},
            "sex": "F",
            "not_a_duplicate_because": "a test of many",
        }

    def _client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.server.url, timeout=20, headers=self.headers)


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    kept = {"sqlite": on_sqlite, "postgresql": on_postgres}[request.param]
    with kept(request, tmp_path / "home") as (home, url), serving(home, url) as started:
        yield started


@contextmanager
def on_sqlite(request: pytest.FixtureRequest, home: Path) -> Iterator[tuple[Path, str]]:
    shutil.copytree(request.getfixturevalue("furnished_sqlite"), home)
    yield home, f"sqlite:///{home / 'placements.db'}"


@contextmanager
def on_postgres(request: pytest.FixtureRequest, home: Path) -> Iterator[tuple[Path, str]]:
    shutil.copytree(request.getfixturevalue("furnished_postgres"), home)
    databases: PostgresDatabases = request.getfixturevalue("postgres_databases")
    with databases.empty("furnished") as url:
        yield home, url


def killed_at_random(server: Server, writers: list[Writer], chance: random.Random) -> None:
    threads = [threading.Thread(target=writer.write_until_it_is_gone) for writer in writers]
    for thread in threads:
        thread.start()
    enough = acknowledged_by(writers) + chance.randint(5, 60)
    deadline = time.monotonic() + 30
    while acknowledged_by(writers) < enough and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.02))
    server.kill()
    for thread in threads:
        thread.join(60)
    assert not [thread for thread in threads if thread.is_alive()]


def acknowledged_by(writers: list[Writer]) -> int:
    return sum(len(writer.acknowledged) for writer in writers)


def run(server: Server, rounds: int) -> None:
    seed = random.randrange(2**32)  # noqa: S311  # when to strike, not a secret
    chance = random.Random(seed)  # noqa: S311  # as above
    writers = [Writer(server, number) for number in range(WRITERS)]
    for _ in range(rounds):
        killed_at_random(server, writers, chance)
        server.start()
        for writer in writers:
            writer.settle()
    server.stop()
    with bootstrap(settings_of(server.home, server.database_url)) as running:
        assert_nothing_lost_or_doubled(running, writers, f"seed {seed}")


def assert_nothing_lost_or_doubled(running: Running, writers: list[Writer], seed: str) -> None:
    running.worker.until_quiet()
    log = EventLog(running.streams.recorder, running.streams.codec).after(0, 1_000_000)
    written = {recorded.position: recorded for recorded in log}
    by_key = Counter(
        (recorded.actor.subject, recorded.command_key) for recorded in log if recorded.command_key
    )
    for writer in writers:
        told = writer.acknowledged
        assert all(by_key[f"writer-{writer.number}", key] == 1 for key in told), seed
        for key, answer in told.items():
            assert stands(written, key, answer), (seed, key)
    assert acknowledged_by(writers) >= 5 * ROUNDS, seed
    acknowledged = {(f"writer-{w.number}", key) for w in writers for key in w.acknowledged}
    sent = {who for who in by_key if who[0].startswith("writer-")}
    assert sent == acknowledged, seed
    assert_chained(running, log)
    assert running.shelf.freshness(0).stopped == (), seed
    held = contents(running)
    assert held == folded_afresh(running), seed


def stands(written: Mapping[int, Recorded[Any]], key: str, answer: Any) -> bool:
    found = written.get(answer["position"])
    return (
        found is not None
        and found.command_key == key
        and (found.stream, found.version) == (answer["stream"], answer["version"])
        and [found.event.stored_as] == answer["caused"]
    )


def assert_chained(running: Running, log: Any) -> None:
    assert all(one.recorded_at <= other.recorded_at for one, other in pairwise(log))
    for stream in {recorded.stream for recorded in log}:
        after = NOTHING
        for row in running.streams.recorder.select_stream(stream):
            assert previous_of(row.state) == after
            after = digest(stream, row.originator_version, row.topic, row.state)


def test_three_kills_lose_nothing_and_double_nothing(server: Server) -> None:
    run(server, ROUNDS)


@pytest.mark.endurance
def test_fifty_kills_lose_nothing_and_double_nothing(server: Server) -> None:
    run(server, MANY_ROUNDS)
