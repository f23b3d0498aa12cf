"""What moves by itself: read models, policies and clocks, until it is told to stop."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import structlog

from application.access.ports import AccessLog
from application.clock.breaches import BreachRunner
from application.policies.follow import Follower, Policy
from application.shared.bell import Bell

IDLE = 0.05
"""How long to sleep when nothing moves, in seconds; an append in this process wakes it."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Worker:
    """Three loops in one process. Any number of workers may run: each position moves once."""

    project: Callable[[], int]
    follower: Follower
    policies: Sequence[Policy]
    breaches: BreachRunner
    access_log: AccessLog
    appended: Bell
    behind: Callable[[int], bool]
    stopping: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run for as long as the block lasts; what is under way is finished before it ends."""
        threads = [
            threading.Thread(target=self._loop, args=(step,), name=name, daemon=True)
            for name, step in (
                ("projector", self.project),
                ("policies", self.policies_step),
                ("housekeeping", self._housekeeping),
            )
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.stopping.set()
            self.appended.ring()
            for thread in threads:
                thread.join()
            self.access_log.settle()

    def until_quiet(self) -> int:
        """Work until nothing moves any more. Returns how many breaches were noted."""
        noted = 0
        while True:
            moved, breached = self.project() + self.policies_step(), self.breaches.step()
            noted += breached
            if not moved + breached and self._has_caught_up():
                return noted

    def policies_step(self) -> int:
        """Take every policy on; one that fails does not hold the others up."""
        return sum(self._guarded(partial(self.follower.step, policy)) for policy in self.policies)

    def _has_caught_up(self) -> bool:
        """Whether everything has read the whole log; another runner may be on its way there."""
        newest = self.follower.log.newest()
        positions = [self.follower.has_read(policy) for policy in self.policies]
        if min(positions, default=newest) >= newest and not self.behind(newest):
            return True
        self.stopping.wait(0.002)
        return False

    def _housekeeping(self) -> int:
        self.access_log.settle()
        return self.breaches.step()

    def _loop(self, step: Callable[[], int]) -> None:
        while not self.stopping.is_set():
            rung = self.appended.rung
            if self._guarded(step) == 0:
                self.appended.wait(IDLE, rung)

    def _guarded(self, step: Callable[[], int]) -> int:
        # A database that is away for a while must not end the loop that waits for it.
        try:
            return step()
        except Exception as error:  # noqa: BLE001  # as above
            log.error("worker step failed", error=type(error).__name__)  # noqa: TRY400  # no data
            self.stopping.wait(1)
            return 0
