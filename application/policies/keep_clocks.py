"""When a case, referral or placement moves, what its clocks come to is noted in their stream."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.clock.owners import CLOCKS, capability, clock_stream, clocks_of
from application.reference.editions import Editions
from application.referral.ports import PlacementsOfChild
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Clock, Streams
from domain import clock as clock_capability
from domain.case.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    IdentityAmended,
    LegalStatusChanged,
    LegalStatusCorrected,
    StatutoryReviewHeld,
)
from domain.clock.commands import ReconcileClocks
from domain.clock.snapshot import ClockSnapshot
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import london_day
from domain.shared.vocabulary import CaseId, EventId

STANDING = (
    BecameLookedAfter,
    LegalStatusChanged,
    CeasedLookedAfter,
    LegalStatusCorrected,
    StatutoryReviewHeld,
    IdentityAmended,
)
"""Facts of a case that deadlines of the child's placements go by."""


@dataclass(frozen=True)
class ClockKeeping:
    """What one stream's clocks come to now, to be noted because of an event."""

    streams: Streams
    editions: Editions
    clock: Clock

    def noted(self, stream: StreamId, because: Recorded[Any]) -> Ask:
        owner = self.streams.read(stream)
        terms = self.editions.clock_terms(london_day(self.clock.now()))
        command = ReconcileClocks(
            clocks=tuple(
                ClockSnapshot.of(clock) for clock in clocks_of(owner, terms, self._case_of)
            ),
            because=EventId(because.event_id),
        )
        return Ask(clock_stream(stream), clock_capability.decider, command, file=owner.file)

    def _case_of(self, case_id: CaseId) -> tuple[Recorded[Any], ...]:
        return self.streams.read(stream_of("case", case_id)).events


@dataclass(frozen=True)
class KeepClocks:
    """Follows imports too: what they open that is still to come is a deadline like any other."""

    keeping: ClockKeeping
    name: str = "keep-clocks"
    follows_imports: bool = True
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return capability(recorded.stream) in CLOCKS

    def react(self, recorded: Recorded[Any]) -> Act | None:
        return Act([self.keeping.noted(recorded.stream, recorded)])


@dataclass(frozen=True)
class KeepClocksOfHomes:
    """When a child stands otherwise in law, what it is owed where it lives is noted anew."""

    keeping: ClockKeeping
    placements: PlacementsOfChild
    name: str = "keep-clocks-of-homes"
    follows_imports: bool = True
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, STANDING)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        case_id = CaseId(UUID(recorded.stream.removeprefix("case-")))
        placements = self.placements.placements_of(case_id, recorded.position)
        return Act([self.keeping.noted(each, recorded) for each in placements])
