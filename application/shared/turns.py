"""Whose turn it is on a stream: commands of one process queue instead of clashing.

Two hundred providers may answer one referral at once. Without a queue most would decide on
a history that another has already moved, and try again until they run out of tries.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from domain.shared.envelope import StreamId

LANES = 64


@dataclass(frozen=True)
class Turns:
    """A fixed number of queues; streams that share one wait for each other, no more."""

    lanes: tuple[threading.Lock, ...] = field(
        default_factory=lambda: tuple(threading.Lock() for _ in range(LANES))
    )

    @contextmanager
    def on(self, stream: StreamId | None, give_up_at: float) -> Iterator[None]:
        """Wait for a turn, or raise `TimeoutError` when the command has no time left."""
        if stream is None:
            yield
            return
        lane = self.lanes[hash(stream) % LANES]
        if not lane.acquire(timeout=max(0.0, give_up_at - time.monotonic())):
            raise TimeoutError
        try:
            yield
        finally:
            lane.release()
