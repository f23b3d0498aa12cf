"""When a case, referral or placement moves, what its clocks come to is noted in their stream."""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import CLOCKS, capability, clock_stream
from application.reference.editions import Editions
from application.shared.casework import Act, Ask
from application.shared.ports import Clock, Streams
from domain import clock as clock_capability
from domain.clock.commands import ReconcileClocks
from domain.clock.snapshot import ClockSnapshot
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.shared.vocabulary import EventId


@dataclass(frozen=True)
class KeepClocks:
    """Follows imports too: what they open that is still to come is a deadline like any other."""

    streams: Streams
    editions: Editions
    clock: Clock
    name: str = "keep-clocks"
    follows_imports: bool = True
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return capability(recorded.stream) in CLOCKS

    def react(self, recorded: Recorded[Any]) -> Act | None:
        owner = self.streams.read(recorded.stream)
        terms = self.editions.clock_terms(london_day(self.clock.now()))
        clocks = CLOCKS[capability(recorded.stream)](owner.events, terms)
        command = ReconcileClocks(
            clocks=tuple(ClockSnapshot.of(clock) for clock in clocks),
            because=EventId(recorded.event_id),
        )
        stream = clock_stream(recorded.stream)
        return Act([Ask(stream, clock_capability.decider, command, file=owner.file)])
