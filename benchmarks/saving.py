"""One event saved, and one whole command, against a raw durable insert of the same bytes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from uuid import uuid4

import psycopg

from application.shared.ports import History, Occasion, Once, Writing
from benchmarks.measuring import Lap, Row, at_least, by_turns, rate
from benchmarks.places import Bench, Places
from domain import case
from domain.case.commands import Allocate
from domain.case.events import Allocated
from domain.case.people import AllocationKind
from domain.shared.envelope import FileId, StreamId
from domain.shared.messages import Event
from domain.shared.vocabulary import Subject
from infrastructure.event_store.digests import NOTHING
from tests.support.cases import MONDAY, case_opened
from tests.support.notebook import occasion

SAVE = {"SQLite": 0.50, "PostgreSQL": 0.40}
COMMAND = {"SQLite": 0.18, "PostgreSQL": 0.15}
LOADED = 10
FILE = FileId("case-bench")
TABLE = (
    "(position {key}, stream text NOT NULL, version integer NOT NULL,"
    " name text NOT NULL, body {bytes} NOT NULL)"
)


def rows(places: Places, *, quick: bool) -> Iterator[Row]:
    rounds, size = (3, 60) if quick else (7, 300)
    with places.benches("saving") as benches:
        for bench in benches:
            bench.ring.create(FILE)
            with floor(bench, size) as raw:
                saved = by_turns(raw, saving(bench, size), rounds)
                done = by_turns(raw, commanding(bench, size, rounds), rounds)
            save, whole = SAVE[bench.name], COMMAND[bench.name]
            yield at_least(f"one-event save, {bench.name}", saved, save, "a second")
            yield at_least(
                f"whole command (load {LOADED}, decide, save), {bench.name}",
                done,
                whole,
                "a second",
            )


@contextmanager
def floor(bench: Bench, size: int) -> Iterator[Lap]:
    """The least that durability costs: the same bytes by the driver, each commit synced."""
    body, numbers = example(bench), count()
    insert = raw_sqlite(bench) if bench.name == "SQLite" else raw_postgres(bench)
    with insert as put:
        yield lambda: rate(lambda _: put(f"case-{next(numbers)}", body), size)


@contextmanager
def raw_sqlite(bench: Bench) -> Iterator[Callable[[str, bytes], object]]:
    connection = sqlite3.connect(bench.folder / "raw.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE raw " + TABLE.format(key="integer PRIMARY KEY", bytes="blob"))
    insert = "INSERT INTO raw (stream, version, name, body) VALUES (?, 1, 'case.allocated.v1', ?)"
    yield lambda stream, body: connection.execute(insert, (stream, body))
    connection.close()


@contextmanager
def raw_postgres(bench: Bench) -> Iterator[Callable[[str, bytes], object]]:
    url = bench.url.replace("+psycopg", "")
    with psycopg.connect(url, autocommit=True) as connection:
        identity = "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
        connection.execute("CREATE TABLE raw " + TABLE.format(key=identity, bytes="bytea"))
        insert = (
            "INSERT INTO raw (stream, version, name, body) VALUES (%s, 1, 'case.allocated.v1', %b)"
        )
        yield lambda stream, body: connection.execute(insert, (stream, body))


def allocated() -> Allocated:
    return Allocated(
        kind=AllocationKind.SOCIAL_WORKER,
        who="worker-1",
        since=MONDAY,
        handover_note="Prefers to be met after school; has her own key.",
        allocated_by=Subject("manager-1"),
    )


def example(bench: Bench) -> bytes:
    """What one such event comes to, in its envelope."""
    stream = StreamId("case-example")
    bench.streams.append([first(stream)], occasion(), {})
    return bench.streams.recorder.select_stream(stream)[0].state


def first(stream: StreamId) -> Writing:
    return Writing(nothing_in(stream), [allocated()], FILE)


def nothing_in(stream: StreamId) -> History[Event]:
    return History(stream, (), 0, NOTHING, None)


def saving(bench: Bench, size: int) -> Lap:
    """Envelope, seal, chain and key row, as every command brings them."""

    def save(_: int) -> None:
        stream = StreamId(f"case-{uuid4()}")
        bench.streams.append([first(stream)], keyed(), {"case_id": stream})

    return lambda: rate(save, size)


def commanding(bench: Bench, size: int, rounds: int) -> Lap:
    """Each to a stream of its own, with a history to be loaded."""
    streams = [StreamId(f"case-{uuid4()}") for _ in range(size * rounds)]
    for stream in streams:
        begin = [case_opened(), *(allocated() for _ in range(LOADED - 1))]
        bench.streams.append([Writing(nothing_in(stream), begin, FILE)], occasion(), {})
    waiting = iter(streams)

    def command(_: int) -> None:
        ask = Allocate(
            kind=AllocationKind.TEAM, who="team-1", since=MONDAY, by=Subject("manager-1")
        )
        bench.office.act(keyed(), next(waiting), case.decider, ask)

    return lambda: rate(command, size)


def keyed() -> Occasion:
    """An occasion with a key of its own, as every command over HTTP has."""
    return replace(occasion(), once=Once(f"key-{uuid4()}", bytes(32)))
