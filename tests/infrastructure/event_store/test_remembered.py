"""What a process remembers of a stream: never less than the log, nor more than its key allows."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from application.shared.ports import History, Writing
from domain.case.events import CaseOpened
from domain.shared.envelope import FileId, StreamId
from domain.shared.personal import Erased
from infrastructure.clock import TimeOrderedIds
from infrastructure.database import Database
from infrastructure.event_store.catalogue import SHIPPED
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.remembered import MOST_KEPT, SECONDS, UNSEALED, Remembered
from infrastructure.event_store.streams import LogStreams
from infrastructure.keys.journal import ErasureJournal
from infrastructure.keys.master_key import MasterKey
from infrastructure.keys.ring import KeyRing
from infrastructure.keys.sealing import FieldSealer
from tests.support.cases import case_opened
from tests.support.notebook import Notebook, occasion, ring_in

CHILD, FILE = StreamId("case-1"), FileId("case-1")
FRESH_FOR = 5.0


@dataclass
class Process:
    """One process on a log: its own key ring, whose clock we move, and its own memory."""

    database: Database
    folder: Path
    seconds: float = 0.0
    ring: KeyRing = field(init=False)
    streams: LogStreams = field(init=False)

    def __post_init__(self) -> None:
        master = self.folder / "master.key"
        self.ring = KeyRing(
            create_engine(f"sqlite:///{self.folder / 'keys.db'}"),
            MasterKey.read(master),
            ErasureJournal(master.with_name("erasures.jsonl")),
            fresh_for=FRESH_FOR,
            clock=lambda: self.seconds,
        )
        codec = Codec(SHIPPED, FieldSealer(self.ring))
        self.streams = LogStreams(LogRecorder(self.database), codec, TimeOrderedIds())

    def name(self) -> object:
        opened = self.streams.read(CHILD).events[0].event
        assert isinstance(opened, CaseOpened)
        return opened.identity.full_name


@pytest.fixture
def two(database: Database, tmp_path: Path) -> Iterator[tuple[Process, Process]]:
    """Two processes, and a child on record whom both have read."""
    ring_in(tmp_path).close()
    ours, other = Process(database, tmp_path), Process(database, tmp_path)
    with closing(ours.ring), closing(other.ring):
        ours.ring.create(FILE)
        nothing = ours.streams.read(CHILD)
        ours.streams.append([Writing(nothing, [case_opened()], FILE)], occasion(), {})
        assert ours.name() == other.name()
        assert not isinstance(ours.name(), Erased)
        yield ours, other


def test_a_name_is_gone_at_once_where_its_key_is_destroyed(two: tuple[Process, Process]) -> None:
    ours, _ = two

    ours.ring.destroy(FILE, datetime.now(UTC))

    assert CHILD not in ours.streams.remembered.kept
    assert isinstance(ours.name(), Erased)


def test_what_was_sealed_is_forgotten_once_nobody_asks_for_it(
    two: tuple[Process, Process],
) -> None:
    ours, _ = two
    remembered = ours.streams.remembered
    remembered.clock = lambda: time.monotonic() + SECONDS - 1
    remembered.sweep()
    assert CHILD in remembered.kept

    remembered.clock = lambda: time.monotonic() + SECONDS + 1
    remembered.sweep()

    assert (CHILD in remembered.kept, remembered.events) == (False, 0)


def test_the_key_itself_is_not_remembered(two: tuple[Process, Process]) -> None:
    ours, _ = two

    assert type(ours.streams.remembered.kept[CHILD].sign) is object


def test_and_elsewhere_as_soon_as_the_key_is_looked_for_again(
    two: tuple[Process, Process],
) -> None:
    ours, other = two

    ours.ring.destroy(FILE, datetime.now(UTC))
    other.seconds = FRESH_FOR

    assert isinstance(other.name(), Erased)


def test_what_was_opened_is_good_as_long_as_the_key_is_still_there(
    two: tuple[Process, Process],
) -> None:
    ours, _ = two
    before = ours.streams.read(CHILD)

    ours.seconds = FRESH_FOR

    assert ours.streams.read(CHILD) is before


def test_what_another_process_added_is_read(database: Database, tmp_path: Path) -> None:
    with closing(ring_in(tmp_path)) as ring:
        ring.create(FileId("test-1"))
        ours, other = Notebook.open(database, ring), Notebook.open(database, ring)
        ours.note("test-1", 1)
        before = ours.streams.read(StreamId("test-1"))
        other.note("test-1", 2, 3)

        after = ours.streams.read(StreamId("test-1"))

        assert [told.event.number for told in after.events] == [1, 2, 3]
        assert after == Notebook.open(database, ring).streams.read(StreamId("test-1"))
        assert before.version == 1


@given(
    notes=st.lists(st.sampled_from(["test-1", "test-2"]), min_size=1, max_size=12),
    reads=st.lists(st.tuples(st.sampled_from(["test-1", "test-2"]), st.integers(0, 13))),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stream_up_to_a_position_is_the_same_whatever_was_read_before(
    database: Database, tmp_path: Path, notes: list[str], reads: list[tuple[str, int]]
) -> None:
    with closing(ring_in(tmp_path)) as ring:
        for stream in ("test-1", "test-2"):
            ring.create(FileId(stream))
        ours = Notebook.open(database, ring)
        for number, stream in enumerate(notes):
            ours.note(stream, number)
        first = (ours.positions() or [0])[-len(notes)]
        for stream, up_to in reads:
            fresh = Notebook.open(database, ring)

            told = ours.streams.read(StreamId(stream), first + up_to)

            assert told == fresh.streams.read(StreamId(stream), first + up_to)


def test_no_more_is_remembered_than_so_many_events(database: Database, tmp_path: Path) -> None:
    with closing(ring_in(tmp_path)) as ring:
        notebook = Notebook.open(database, ring)
        for number in range(5):
            ring.create(FileId(f"test-{number}"))
            notebook.note(f"test-{number}", *range(MOST_KEPT // 4))
            notebook.streams.read(StreamId(f"test-{number}"))

        remembered = notebook.streams.remembered

        assert remembered.events == MOST_KEPT
        assert list(remembered.kept) == [StreamId(f"test-{number}") for number in range(1, 5)]


def test_a_beginning_without_anything_sealed_takes_the_place_of_nothing_that_was() -> None:
    """A slow reader of the past must not leave behind what nobody would ever forget."""
    sign, remembered = object(), Remembered(lambda _: sign)
    whole: History[Any] = History(CHILD, (None, None, None), 3, b"", FILE)  # type: ignore[arg-type]  # by length
    begun: History[Any] = History(CHILD, (None,), 1, b"", FILE)  # type: ignore[arg-type]  # as above

    remembered.keep(whole, FILE, sign)
    remembered.keep(begun, FILE, UNSEALED)

    kept = remembered.of(CHILD)
    assert kept is not None
    assert (kept.history, kept.sign) == (whole, sign)


def test_what_was_folded_with_a_key_is_not_shared_with_what_had_none(
    database: Database, tmp_path: Path
) -> None:
    ring_in(tmp_path).close()
    ours = Process(database, tmp_path)
    with closing(ours.ring):
        ours.ring.create(FILE)
        nothing = ours.streams.read(CHILD)
        ours.streams.append([Writing(nothing, [case_opened()], FILE)], occasion(), {})

        assert ours.streams.read(CHILD).folds is not nothing.folds
