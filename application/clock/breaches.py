"""The clock runner: notes, once each, that a deadline has passed with nothing done."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from application.policies.follow import PATIENCE
from application.shared.casework import Act, Ask, Casework
from application.shared.ports import Clock, Ids, Occasion
from domain import clock as clock_capability
from domain.clock.commands import RecordBreach
from domain.shared.envelope import Actor, Channel, GssCode, StreamId


@dataclass(frozen=True, slots=True)
class RanOut:
    """A running clock whose due instant has passed."""

    stream: StreamId
    key: str
    authority: GssCode


class LiveClocks(Protocol):
    def ran_out(self, now: datetime, limit: int) -> Sequence[RanOut]:
        """Running clocks that are due before `now` and not yet noted as breached."""
        ...

    def next_due(self, after: datetime) -> datetime | None:
        """The next instant at which a running clock falls due."""
        ...


@dataclass(frozen=True)
class BreachRunner:
    live: LiveClocks
    casework: Casework
    clock: Clock
    ids: Ids

    def step(self, limit: int = 100) -> int:
        """Note what has run out. Returns how many breaches were noted."""
        now = self.clock.now()
        found = self.live.ran_out(now, limit)
        return sum(self._note(ran_out, now) for ran_out in found)

    def _note(self, ran_out: RanOut, now: datetime) -> bool:
        occasion = Occasion(
            actor=Actor(subject="clock-runner", role="system", authority=ran_out.authority),
            now=now,
            channel=Channel.SYSTEM,
            correlation=self.ids.new(),
            give_up_at=time.monotonic() + PATIENCE,
        )
        command = RecordBreach(key=ran_out.key, now=now)
        ask = Ask(ran_out.stream, clock_capability.decider, command)
        return bool(self.casework.do(occasion, lambda: Act([ask])).caused)
