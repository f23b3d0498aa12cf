"""Moving the development clock: from one due instant to the next, quiet at each."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from application.clock.breaches import BreachRunner
from infrastructure.clock import ServiceClock
from interface.worker import Worker

JUST_AFTER = timedelta(seconds=1)
"""The due instant itself is still in time (R-05)."""


@dataclass(frozen=True)
class TimeTravel:
    clock: ServiceClock
    worker: Worker
    breaches: BreachRunner
    remember: Callable[[timedelta], None]
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def to(self, instant: datetime) -> int:
        """Bring the service to an instant. Returns how many breaches came on the way."""
        with self.one_at_a_time:
            noted = self.worker.until_quiet()
            while (due := self._next_stop()) is not None and due < instant:
                self._set(due)
                noted += self.worker.until_quiet()
            self._set(instant)
            return noted + self.worker.until_quiet()

    def _next_stop(self) -> datetime | None:
        due = self.breaches.live.next_due(self.clock.now())
        return due + JUST_AFTER if due is not None else None

    def _set(self, instant: datetime) -> None:
        offset = instant - datetime.now(UTC)
        if offset > self.clock.offset:
            self.clock.offset = offset
            self.remember(offset)
