"""Four writers with ordered positions and key rows, against four that are not ordered."""

import multiprocessing
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from uuid import uuid4

from benchmarks.measuring import Row, at_least, by_turns
from benchmarks.places import Places, bench
from infrastructure.database import Database, connect
from infrastructure.event_store import append_to_postgres
from infrastructure.event_store.recorder import LogRecorder
from tests.support.log import answered, stored

WRITERS = 4
WANTED = 0.70
NO_LOCK = "lock AS MATERIALIZED (SELECT 1 FROM moved)"


def rows(places: Places, *, quick: bool) -> Iterator[Row]:
    rounds, commits = (3, 100) if quick else (5, 500)
    url = places.urls("together")["PostgreSQL"]
    spawn = multiprocessing.get_context("spawn")
    with (
        bench("PostgreSQL", url, places.folder / "together") as kept,
        ProcessPoolExecutor(WRITERS + 1, spawn) as pool,
    ):
        lap = partial(together, pool, url, commits)
        lap(ordered=True)  # every process has been started and has connected once
        yield at_least(
            "four writers, ordered and with key rows, PostgreSQL",
            by_turns(partial(lap, ordered=False), partial(lap, ordered=True), rounds),
            WANTED,
            "a second",
        )
        missed = missed_by_a_reader(pool, kept.database, url, commits)
    yield Row("events that a tailing reader missed", str(missed), "0", missed == 0)


def together(pool: ProcessPoolExecutor, url: str, commits: int, *, ordered: bool) -> float:
    spent = [pool.submit(write, url, commits, ordered=ordered) for _ in range(WRITERS)]
    return sum(commits / each.result() for each in spent)


def write(url: str, commits: int, *, ordered: bool) -> float:
    """Commit one event at a time, as a process of its own does; the seconds it took."""
    lock = append_to_postgres.LOCK
    append_to_postgres.LOCK = lock if ordered else NO_LOCK
    database = connect(url)
    log, stream = LogRecorder(database), f"case-{uuid4()}"
    log.max_notification_id()
    started = time.perf_counter()
    for version in range(1, commits + 1):
        key = answered(stream, version, key=f"{stream}-{version}") if ordered else None
        log.insert_events([stored(stream, version)], command=key)
    spent = time.perf_counter() - started
    append_to_postgres.LOCK = lock
    database.dispose()
    return spent


def missed_by_a_reader(
    pool: ProcessPoolExecutor, database: Database, url: str, commits: int
) -> int:
    """Follow the log while four write, never looking back; how many events were not seen."""
    log = LogRecorder(database)
    start = position = log.max_notification_id() or 0
    writers = [pool.submit(write, url, commits, ordered=True) for _ in range(WRITERS)]
    seen = 0
    while not (over := all(w.done() for w in writers)) or position != log.max_notification_id():
        batch = log.select_notifications(position, 50, inclusive_of_start=False)
        seen += len(batch)
        position = batch[-1].id if batch else position
        if over and not batch:
            break
    return len(log.select_notifications(start, 1_000_000, inclusive_of_start=False)) - seen
