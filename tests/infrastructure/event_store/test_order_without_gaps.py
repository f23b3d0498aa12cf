"""A reader that follows the log sees every event once, however many write at a time."""

import random
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import pairwise
from typing import Any

from eventsourcing.persistence import Notification

from infrastructure.database import Database, connect
from infrastructure.event_store import append_to_postgres
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.rows import Append
from tests.support.log import answered, stored

WRITERS = 4
COMMITS = 150


def write(url: str, writer: int) -> int:
    """Commit from one to five events at a time, as a process of its own would; how many."""
    chance, own = random.Random(writer), connect(url)  # noqa: S311 (sizes, not secrets)
    log, stream, version = LogRecorder(own), f"case-{writer}", 0
    for commit in range(COMMITS):
        size = chance.randint(1, 5)
        batch = [stored(stream, version + n) for n in range(1, size + 1)]
        version += size
        log.insert_events(batch, command=answered(stream, version, key=f"{writer}-{commit}"))
    own.dispose()
    return version


def follow(log: LogRecorder, writers: Sequence[Future[int]]) -> list[Notification]:
    """Read on from the last position seen until the writers have done and nothing is left."""
    seen: list[Notification] = []
    while True:
        over = all(writer.done() for writer in writers)
        start = seen[-1].id if seen else None
        batch = log.select_notifications(start, 7, inclusive_of_start=False)
        seen += batch
        if over and not batch:
            return seen


def test_no_event_is_missed_and_none_is_seen_twice(database: Database, database_url: str) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(write, database_url, number) for number in range(WRITERS)]
        seen = follow(LogRecorder(database), writers)
        written = {f"case-{number}": writer.result() for number, writer in enumerate(writers)}

    assert all(one.id < other.id for one, other in pairwise(seen))
    for stream, last in written.items():
        versions = [event.originator_version for event in seen if event.originator_id == stream]
        assert versions == list(range(1, last + 1))


def test_the_events_of_a_commit_stand_together_and_in_order(database: Database) -> None:
    log = LogRecorder(database)
    batch = [stored(f"case-{9 - n}", 1) for n in range(9)]

    positions = log.insert_events(batch)

    seen = log.select_notifications(None, 100)
    assert [event.originator_id for event in seen] == [event.originator_id for event in batch]
    assert [event.id for event in seen] == positions


def test_a_position_is_given_out_only_when_all_below_it_can_be_seen(postgres_url: str) -> None:
    database = connect(postgres_url)
    log = LogRecorder(database)
    with ThreadPoolExecutor(1) as pool:
        with database.write() as slow:
            driver: Any = slow.connection.driver_connection
            first = append_to_postgres.append(driver, Append(events=[stored("case-1", 1)]))
            second = pool.submit(log.insert_events, [stored("case-2", 1)])
            time.sleep(0.3)
            assert not wait([second], timeout=0).done
            assert log.max_notification_id() is None
        assert first < second.result(timeout=30)
    database.dispose()
