"""What moves by itself: read models, policies and clocks, until it is told to stop."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import structlog

from application.access.ports import AccessLog
from application.clock.breaches import BreachRunner
from application.policies.follow import BATCH, Follower, Policy
from application.referral.ports import NotYetProjected
from application.shared.bell import Bell

IDLE = 0.05
"""How long to sleep when nothing moves, in seconds; what moves in this process wakes it."""

PLENTY = BATCH
"""After a step that found so many events there may be more; after others a bell will tell."""

REST = 9
"""How many times as long as policies took do they rest, while events trickle in.

Nobody waits for what they cause, and of many events of one stream most ask to be told of the
newest only: so a crowd that answers one search is followed in a few strides.
"""

PULSE = 0.25
"""How often, in seconds, to see what the passing of time alone has brought."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Worker:
    """Four loops in one process. Any number of workers may run: each position moves once."""

    project: Callable[[], int]
    follower: Follower
    policies: Sequence[Policy]
    breaches: BreachRunner
    tell: Callable[[], int]
    access_log: AccessLog
    appended: Bell
    projected: Bell
    forget: Callable[[], None]
    behind: Callable[[int], bool]
    stopping: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run for as long as the block lasts; what is under way is finished before it ends.

        Somebody waits to read what was appended, and nobody for what policies cause: so an
        append wakes the projector, and the policies when that is done.
        """
        threads = [
            threading.Thread(target=loop, args=told, name=name, daemon=True)
            for name, loop, *told in (
                ("projector", self._loop, self.project, self.appended, 0),
                ("policies", self._loop, self.policies_step, self.projected, REST),
                ("housekeeping", self._housekeeping),
                ("messages", self._messages),
            )
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.stopping.set()
            for bell in (self.appended, self.projected):
                bell.ring()
            for thread in threads:
                thread.join()
            self.access_log.settle()

    def until_quiet(self) -> int:
        """Work until nothing moves any more. Returns how many breaches were noted."""
        noted = 0
        while True:
            moved = self.project() + self.policies_step() + self.tell()
            breached = self.breaches.step()
            noted += breached
            if not moved + breached and self._has_caught_up():
                return noted

    def policies_step(self) -> int:
        """Take every policy on; one that fails does not hold the others up."""
        ahead = self.follower.ahead()
        return sum(
            self._guarded(partial(self.follower.step, policy, ahead)) for policy in self.policies
        )

    def _has_caught_up(self) -> bool:
        """Whether everything has read the whole log; another runner may be on its way there."""
        newest = self.follower.log.newest()
        positions = [self.follower.has_read(policy) for policy in self.policies]
        if min(positions, default=newest) >= newest and not self.behind(newest):
            return True
        self.stopping.wait(0.002)
        return False

    def _housekeeping(self) -> None:
        while not self.stopping.wait(PULSE):
            self._guarded(self.access_log.settle)
            self._guarded(self.breaches.step)
            self._guarded(self.forget)

    def _messages(self) -> None:
        # Apart from the rest: who carries messages may take long to answer.
        while not self.stopping.wait(PULSE):
            self._guarded(self.tell)

    def _loop(self, step: Callable[[], int], bell: Bell, rest: int) -> None:
        while not self.stopping.is_set():
            rung, began = bell.rung, time.monotonic()
            found = self._guarded(step)
            if 0 < found < PLENTY:
                self.stopping.wait(rest * (time.monotonic() - began))
            if found < PLENTY:
                bell.wait(IDLE, rung)

    def _guarded(self, step: Callable[[], int | None]) -> int:
        # A database that is away for a while must not end the loop that waits for it.
        try:
            return step() or 0
        except NotYetProjected:
            return 0  # the projector is on its way there, and its bell will tell
        except Exception as error:  # noqa: BLE001  # as above
            log.error("worker step failed", error=type(error).__name__)  # noqa: TRY400  # no data
            self.stopping.wait(1)
            return 0
