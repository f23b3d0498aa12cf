"""One event saved, and one whole command, against a raw durable insert of as many bytes."""

import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import uuid4

import psycopg

from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import History, Occasion, Once, Writing
from domain import case
from domain.case.codes import Ethnicity, Sex
from domain.case.commands import OpenCase, RecordMissing, RecordReturned
from domain.case.events import ChildMissing
from domain.case.identity import BirthDate, BirthDateKind, Identity
from domain.shared.envelope import Actor, Channel, FileId, GssCode, StreamId
from domain.shared.vocabulary import CaseId, Subject
from infrastructure.event_store.digests import NOTHING
from interface.bootstrap import Running

BODY = b"x" * 700
"""About what an envelope takes."""

DERBY = GssCode("E06000015")
MORNING = datetime(2026, 1, 5, 8, tzinfo=UTC)
NUMBERS = count()


def raw_sqlite(folder: Path) -> Callable[[], object]:
    connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE floor (id INTEGER PRIMARY KEY, name TEXT, body BLOB)")
    return lambda: connection.execute("INSERT INTO floor (name, body) VALUES ('n', ?)", (BODY,))


def raw_postgres(conninfo: str) -> Callable[[], object]:
    connection = psycopg.connect(conninfo, autocommit=True)
    connection.execute("CREATE TABLE floor (id bigserial PRIMARY KEY, name text, body bytea)")
    return lambda: connection.execute("INSERT INTO floor (name, body) VALUES ('n', %s)", (BODY,))


def occasion() -> Occasion:
    return Occasion(
        actor=Actor(subject="bench", role="caseworker", authority=DERBY),
        now=datetime.now(UTC),
        channel=Channel.BACKFILL,
        correlation=uuid4(),
        give_up_at=time.monotonic() + 60,
        once=Once(f"bench-{next(NUMBERS)}", b"asked"),
    )


def open_case(running: Running) -> StreamId:
    case_id = CaseId(running.office.ids.new())
    birth = BirthDate(
        born_on=date(2010, 5, 17),
        kind=BirthDateKind.DOCUMENTED,
        source="bench",
        recorded_on=date(2026, 1, 1),
        accepted=True,
    )
    identity = Identity(
        full_name=f"Demo-Bench {case_id}",
        birth_dates=(birth,),
        sex=Sex.FEMALE,
        ethnicity=Ethnicity.NOT_YET_OBTAINED,
    )
    command = OpenCase(case_id=case_id, authority=DERBY, identity=identity, by=Subject("bench"))
    stream = stream_of("case", case_id)
    running.office.casework.do(occasion(), lambda: Act([Ask(stream, case.decider, command)]))
    return stream


def save(running: Running) -> Callable[[], object]:
    """A one-event save with envelope, sealed field, chain and key row; each to a new stream."""
    file = FileId(open_case(running))
    event = ChildMissing(since=MORNING, last_seen_by="A neighbour, at eight.")

    def once() -> None:
        new = History[ChildMissing](StreamId(f"case-{uuid4()}"), (), 0, NOTHING, None)
        running.streams.append([Writing(new, [event], file)], occasion(), {})

    return once


def command(running: Running) -> Callable[[], object]:
    """A whole command on a stream of about ten events: load, decide, save."""
    streams = [_ten_events(running) for _ in range(60)]
    turns = count()

    def once() -> None:
        turn = next(turns)
        stream, lap = streams[turn % len(streams)], turn // len(streams)
        _go_missing_or_return(running, stream, 5 + lap)

    return once


def _ten_events(running: Running) -> StreamId:
    stream = open_case(running)
    for lap in range(5):
        _go_missing_or_return(running, stream, lap, both=True)
    return stream


def _go_missing_or_return(
    running: Running, stream: StreamId, lap: int, *, both: bool = False
) -> None:
    away = MORNING + timedelta(hours=2 * (lap if both else 5 + (lap - 5) // 2))
    back = away + timedelta(hours=1)
    returned, missing = RecordReturned(at=back), RecordMissing(since=away)
    commands = (missing, returned) if both else ((missing, returned)[(lap - 5) % 2],)
    for each in commands:
        running.office.act(occasion(), stream, case.decider, each)
