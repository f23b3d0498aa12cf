"""One run of an import: who does it, why, and the one way in which it acts."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from application.imports.ssda903.carrying_out.retelling import Retelling
from application.shared.casework import Act, Ask, Casework
from application.shared.office import Office
from application.shared.ports import Occasion
from application.shared.reading_once import ReadOnce
from domain.shared.decider import Decider
from domain.shared.envelope import Actor, Channel, StreamId

T = TypeVar("T")

PATIENCE = 60.0
TOGETHER = 50
"""How many homes are told in one act; children are told one by one."""


@dataclass
class Run:
    """Everything that one run records shares a correlation. `events` counts what was new."""

    office: Office
    by: Actor
    reason: str
    correlation: UUID
    casework: Casework
    streams: ReadOnce
    events: int = field(default=0)

    @classmethod
    def of(cls, office: Office, by: Actor, reason: str) -> "Run":
        streams = ReadOnce(office.streams)
        casework = Casework(streams, office.casework.keys)
        return cls(office, by, reason, office.ids.new(), casework, streams)

    def act(self, plan: Callable[[Occasion], Sequence[Ask]]) -> None:
        """Decide together and append at once what a plan asks, planned anew after a clash."""
        occasion = self._occasion()

        def attempt() -> Act:
            self.streams.forget()
            return Act(plan(occasion))

        self.events += len(self.casework.do(occasion, attempt).caused)

    def telling(
        self, stream: StreamId, decider: Decider[Any, Any, Any], occasion: Occasion
    ) -> Retelling:
        return Retelling(self.streams.read(stream), decider, occasion)

    def _occasion(self) -> Occasion:
        return Occasion(
            actor=self.by,
            now=self.office.now(),
            channel=Channel.IMPORT,
            correlation=self.correlation,
            give_up_at=time.monotonic() + PATIENCE,
            reason=self.reason,
        )


def batches(things: Sequence[T], size: int = TOGETHER) -> Iterator[list[T]]:
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch
