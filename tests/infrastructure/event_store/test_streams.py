"""Histories as they are kept: chained, stamped, appended whole, answered once."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from application.shared.ports import Once, Receipt, Writing
from domain.shared.envelope import FileId, StreamId
from domain.shared.errors import IdempotencyMismatch, VersionConflict
from infrastructure.database import Database, connect
from infrastructure.event_store.codec import previous_of
from infrastructure.event_store.digests import NOTHING, digest
from infrastructure.keys.ring import KeyRing
from tests.support.notebook import Notebook, Noted, occasion, ring_in
from tests.support.racing import at_once

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[KeyRing]:
    with closing(ring_in(tmp_path)) as opened:
        yield opened


@pytest.fixture
def notebook(database: Database, ring: KeyRing) -> Notebook:
    return Notebook.open(database, ring)


def writing(notebook: Notebook, stream: str, *numbers: int) -> Writing:
    after = notebook.streams.read(StreamId(stream))
    return Writing(after, [Noted(number=number) for number in numbers], FileId(stream))


def test_every_event_names_its_predecessor(notebook: Notebook) -> None:
    notebook.note("test-1", 1, 2, 3)
    notebook.note("test-2", 1)
    notebook.note("test-1", 4)

    for stream, length in (("test-1", 4), ("test-2", 1)):
        rows = notebook.streams.recorder.select_stream(stream)
        after = NOTHING
        for row in rows:
            assert previous_of(row.state) == after
            after = digest(stream, row.originator_version, row.topic, row.state)
        assert len(rows) == length
        assert notebook.streams.read(StreamId(stream)).head == after


def test_the_predecessor_stands_first_and_is_as_wide_in_every_event(notebook: Notebook) -> None:
    notebook.note("test-1", 1, 2)

    for row in notebook.streams.recorder.select_stream("test-1"):
        said = json.loads(row.state)
        assert next(iter(said)) == "previous"
        assert bytes.fromhex(said["previous"]) == previous_of(row.state)
        assert row.state[:13] == b'{"previous":"'
        assert row.state[77:79] == b'",'


@pytest.mark.parametrize(
    "other",
    [
        ("case-1", 1, "n", b"body."),
        ("case-1", 1, "nb", b"ody"),
        ("case-11", 1, "n", b"body"),
        ("case-1", 2, "n", b"body"),
    ],
)
def test_another_event_never_has_the_same_digest(other: tuple[str, int, str, bytes]) -> None:
    assert digest(*other) != digest("case-1", 1, "n", b"body")


def test_of_two_who_read_the_same_history_one_writes(database_url: str, ring: KeyRing) -> None:
    databases = [connect(database_url) for _ in range(2)]
    writers = [Notebook.open(each, ring) for each in databases]
    both = [(each, writing(each, "test-1", number)) for number, each in enumerate(writers)]

    came = at_once(*(partial(each.streams.append, [w], occasion(), {}) for each, w in both))

    assert sorted(type(each).__name__ for each in came) == ["Receipt", "VersionConflict"]
    assert writers[0].streams.read(StreamId("test-1")).version == 1
    for each in databases:
        each.dispose()


def test_an_act_over_several_streams_is_written_whole_or_not(notebook: Notebook) -> None:
    both = [writing(notebook, "test-1", 1, 2), writing(notebook, "test-2", 3)]
    notebook.note("test-2", 9)

    with pytest.raises(VersionConflict):
        notebook.streams.append(both, occasion(), {})

    assert notebook.streams.read(StreamId("test-1")).version == 0
    assert notebook.streams.read(StreamId("test-2")).facts == (Noted(number=9),)


def test_an_act_over_several_streams_stands_together_in_the_log(notebook: Notebook) -> None:
    both = [writing(notebook, "test-1", 1, 2), writing(notebook, "test-2", 3)]

    receipt = notebook.streams.append(both, occasion(), {})

    first, second = (notebook.streams.read(StreamId(f"test-{n}")).events for n in (1, 2))
    positions = [recorded.position for recorded in (*first, *second)]
    assert positions == list(range(positions[0], positions[0] + 3))
    assert (receipt.stream, receipt.version, receipt.position) == ("test-1", 2, positions[-1])


def test_the_time_of_recording_never_runs_back(notebook: Notebook) -> None:
    for minutes in (5, 3, 0, 4, 6):
        then = replace(occasion(), now=NOW + timedelta(minutes=minutes))
        notebook.streams.append([writing(notebook, "test-1", minutes)], then, {})

    times = [recorded.recorded_at for recorded in notebook.streams.read(StreamId("test-1")).events]
    assert times == [NOW + timedelta(minutes=minutes) for minutes in (5, 5, 5, 5, 6)]


def test_nor_when_the_service_is_started_anew_with_a_clock_that_is_behind(
    notebook: Notebook, database: Database, ring: KeyRing
) -> None:
    notebook.streams.append([writing(notebook, "test-1", 1)], replace(occasion(), now=NOW), {})
    later = Notebook.open(database, ring)

    earlier = replace(occasion(), now=NOW - timedelta(hours=1))
    later.streams.append([writing(later, "test-2", 2)], earlier, {})

    (event,) = later.streams.read(StreamId("test-2")).events
    assert event.recorded_at == NOW


def test_nor_however_many_write_at_once(notebook: Notebook) -> None:
    def write(stream: str) -> None:
        for number in range(20):
            notebook.note(stream, number)

    at_once(*(partial(write, f"test-{n}") for n in range(4)))

    rows = notebook.streams.recorder.select_notifications(None, 1000)
    times = [notebook.streams.codec.decode(row).recorded_at for row in rows]
    assert len(times) == 80
    assert all(one <= other for one, other in pairwise(times))


def test_the_same_command_again_is_answered_as_it_was_and_writes_nothing(
    notebook: Notebook,
) -> None:
    asked = replace(occasion(), once=Once("key-00001", b"body"))
    first = notebook.streams.append([writing(notebook, "test-1", 1)], asked, {"note": "1"})

    again = notebook.streams.append([writing(notebook, "test-1", 1)], asked, {"note": "other"})

    assert again == replace(first, replayed=True)
    assert notebook.streams.done_before(asked) == again
    assert notebook.streams.read(StreamId("test-1")).version == 1


def test_a_key_with_another_body_is_refused(notebook: Notebook) -> None:
    asked = replace(occasion(), once=Once("key-00001", b"body"))
    notebook.streams.append([writing(notebook, "test-1", 1)], asked, {})

    with pytest.raises(IdempotencyMismatch):
        notebook.streams.done_before(replace(asked, once=Once("key-00001", b"another")))


def test_an_answer_that_caused_nothing_is_kept_too(notebook: Notebook) -> None:
    asked = replace(occasion(), once=Once("key-00001", b"body"))

    notebook.streams.append([], asked, {})

    assert notebook.streams.done_before(asked) == Receipt("", 0, {}, [], replayed=True)


def test_what_is_kept_of_an_answer_names_nobody(notebook: Notebook) -> None:
    asked = replace(occasion(), once=Once("key-00001", b"body"), reason="Demo-Otter said so")
    notebook.streams.append([writing(notebook, "test-1", 1)], asked, {"note_id": "1"})

    with notebook.database.read() as connection:
        (answer,) = connection.scalars(text("SELECT answer FROM commands")).all()
    assert json.loads(answer) == {"ids": {"note_id": "1"}, "caused": ["test.noted.v1"]}


def test_a_history_is_cut_at_a_position(notebook: Notebook) -> None:
    first = notebook.note("test-1", 1)
    notebook.note("test-2", 2)
    notebook.note("test-1", 3)

    then = notebook.streams.read(StreamId("test-1"), first.position)

    assert then.facts == (Noted(number=1),)
    assert then.version == 1
