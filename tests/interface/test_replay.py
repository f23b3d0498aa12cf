"""A stream replayed: each event told, and the state that it led to."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from domain.shared.envelope import StreamId
from domain.shared.errors import NotFound
from interface.replay import replay
from tests.support.children import correct_move, move_in, open_child, placement_stream
from tests.support.service import Office


@pytest.fixture
def moved(sqlite_office: Office) -> tuple[Office, StreamId]:
    """A child who moved in on 2 March 2026, corrected to the 3rd."""
    running = sqlite_office.running
    placement_id = move_in(running, open_child(sqlite_office), date(2026, 3, 2))
    correct_move(running, placement_id, date(2026, 3, 3))
    return sqlite_office, placement_stream(placement_id)


def test_each_event_is_told_with_the_state_it_led_to(moved: tuple[Office, StreamId]) -> None:
    office, stream = moved

    start, correction = replay(office.running, stream)

    assert "The child moved into setting" in start
    assert start.endswith("→ Active")
    assert "Correction: the child moved in on 3 March 2026, not on 2 March 2026." in correction


@pytest.mark.covers("6-06")
def test_it_stops_at_a_position_or_at_what_was_known_at_an_instant(
    moved: tuple[Office, StreamId],
) -> None:
    office, stream = moved
    first, second = office.running.streams.read(stream).events

    assert len(list(replay(office.running, stream, first.position))) == 1
    assert len(list(replay(office.running, stream, first.recorded_at))) == 1
    assert len(list(replay(office.running, stream, second.recorded_at))) == 2


def test_a_stream_that_had_not_begun_is_not_found(moved: tuple[Office, StreamId]) -> None:
    office, stream = moved

    with pytest.raises(NotFound):
        replay(office.running, stream, datetime(2020, 1, 1, tzinfo=UTC))
    with pytest.raises(NotFound):
        replay(office.running, StreamId(f"case-{uuid4()}"))


def test_every_stream_of_a_service_can_be_replayed(moved: tuple[Office, StreamId]) -> None:
    office, _ = moved
    office.quiet()
    rows = office.running.streams.recorder.select_notifications(None, 10_000)
    streams = {StreamId(str(row.originator_id)) for row in rows}

    told = {stream: list(replay(office.running, stream)) for stream in streams}

    assert sum(map(len, told.values())) >= len(rows)
