"""How long after its commit a command can be read: everything in one process, and at rest."""

import time
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from benchmarks.measuring import Row, p
from benchmarks.places import Places
from domain import case
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import CaseId
from interface.bootstrap import Running, bootstrap
from tests.support import cases
from tests.support.children import tell
from tests.support.service import furnish, settings_of

MILLISECONDS = 5.0
HISTORY = 8
PAUSE = 0.03
"""Seconds between two commands, in which the policies come to rest."""


def rows(places: Places, *, quick: bool) -> Iterator[Row]:
    for name, url in places.urls("waiting").items():
        home = places.folder / f"waiting-{name}"
        home.mkdir()
        furnish(home, url)
        with bootstrap(settings_of(home, url)) as running, running.worker.running():
            spent = sorted(1000 * each for each in waits(running, 10 if quick else 50))
        middle = p(spent, 0.5)
        yield Row(
            what=f"read-your-writes, p50, {name}",
            found=f"{middle:.1f} ms",
            wanted=f"under {MILLISECONDS:.0f} ms",
            met=middle < MILLISECONDS,
            detail=f"p95 {p(spent, 0.95):.1f} ms, p99 {p(spent, 0.99):.1f} ms",
        )


def waits(running: Running, children: int) -> Iterator[float]:
    """The seconds from each commit until every read model had passed it."""
    for _ in range(children):
        child = CaseId(uuid4())
        stream = StreamId(f"case-{child}")
        opening = cases.open_case().model_copy(update={"case_id": child})
        tell(running, stream, case.decider, opening)
        for number in range(HISTORY):
            since = running.office.today() - timedelta(days=HISTORY - number)
            command = cases.allocate(f"worker-{number}", since)
            time.sleep(PAUSE)
            receipt = tell(running, stream, case.decider, command, wait=False)
            assert receipt.position is not None
            started = time.perf_counter()
            running.shelf.wait_for(receipt.position)
            yield time.perf_counter() - started
