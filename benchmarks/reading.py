"""What reading costs: projections against decoding, the chain verified against decoding."""

import time
from collections.abc import Callable, Sequence
from uuid import uuid4

from eventsourcing.persistence import Notification

from application.shared.ports import History, Writing
from benchmarks.saving import MORNING, occasion, open_case, save
from domain.case.events import ChildMissing
from domain.shared.envelope import FileId, StreamId
from infrastructure.event_store.codec import previous_of
from infrastructure.event_store.digests import NOTHING, digest
from infrastructure.read_models.referral_board import MODEL as BOARD
from interface.bootstrap import Running

PAGE = 500


def fill(running: Running, events: int) -> None:
    """So many events more, five hundred to an append, each in a stream of its own."""
    file = FileId(open_case(running))
    event = ChildMissing(since=MORNING, last_seen_by="A neighbour, at eight.")
    for _ in range(events // PAGE):
        writings = [
            Writing(
                History[ChildMissing](StreamId(f"case-{uuid4()}"), (), 0, NOTHING, None),
                [event],
                file,
            )
            for _ in range(PAGE)
        ]
        running.streams.append(writings, occasion(), {})


def decoding(running: Running) -> Callable[[], object]:
    """The floor: the whole log read and decoded."""
    return lambda: [_decoded(running, page) for page in _pages(running)]


def projecting(running: Running) -> Callable[[], object]:
    """The referral board built anew from the whole log."""
    return lambda: running.shelf.rebuild([BOARD.name])


def verifying(running: Running) -> Callable[[], object]:
    """Every digest of every stream computed, and held against what the next event says."""

    def once() -> None:
        heads: dict[str, bytes] = {}
        for page in _pages(running):
            for row in page:
                stream = str(row.originator_id)
                if previous_of(row.state) != heads.get(stream, NOTHING):
                    raise ValueError("the chain is broken")
                heads[stream] = digest(stream, row.originator_version, row.topic, row.state)

    return once


def own_reading(running: Running, times: int) -> list[float]:
    """Seconds from a command's acknowledgement until every read model shows it."""
    once, waited = save(running), []
    with running.worker.running():
        for _ in range(times):
            once()
            newest = running.streams.recorder.max_notification_id() or 0
            started = time.perf_counter()
            running.shelf.wait_for(newest, 5)
            waited.append(time.perf_counter() - started)
    return waited


def _pages(running: Running) -> Sequence[Sequence[Notification]]:
    recorder, position = running.streams.recorder, 0
    pages = []
    while rows := recorder.select_notifications(position, PAGE, inclusive_of_start=False):
        pages.append(rows)
        position = rows[-1].id
    return pages


def _decoded(running: Running, page: Sequence[Notification]) -> int:
    return sum(bool(running.streams.codec.decode(row)) for row in page)
