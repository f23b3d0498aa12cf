"""When a case, referral or placement moves, what its clocks come to is noted in their stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from application.clock.owners import (
    CLOCKS,
    capability,
    clock_stream,
    clocks_of,
    identity_in,
    owner_of,
)
from application.reference.editions import Editions
from application.referral.ports import PlacementsOfChild
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Clock, History, Streams
from domain import clock as clock_capability
from domain.case.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    ChildDied,
    ConnectionEnded,
    ConnectionRecorded,
    IdentityAmended,
    LegalStatusChanged,
    LegalStatusCorrected,
    StatutoryReviewHeld,
)
from domain.clock.commands import ReconcileClocks
from domain.clock.events import ClockBreached
from domain.clock.snapshot import ClockSnapshot
from domain.placement.case_clocks import child_of
from domain.placement.events import (
    CourtAuthorityRecorded,
    EndCorrected,
    PlacementEnded,
    PlacementEndVoided,
    PlacementStarted,
    PlacementStartVoided,
    StartCorrected,
)
from domain.placement.secure_clocks import was_in_a_secure_home
from domain.shared.clock_catalogue import C_LOT_18
from domain.shared.clocks import BROUGHT_IN
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import london_day
from domain.shared.vocabulary import CaseId, EventId

OF_A_CHILD = (
    BecameLookedAfter,
    LegalStatusChanged,
    CeasedLookedAfter,
    LegalStatusCorrected,
    StatutoryReviewHeld,
    IdentityAmended,
    ConnectionRecorded,
    ConnectionEnded,
    ChildDied,
)
"""Facts of a case that deadlines of the child's placements go by."""

OF_A_PLACEMENT = (
    CourtAuthorityRecorded,
    PlacementStarted,
    StartCorrected,
    PlacementEnded,
    EndCorrected,
    PlacementEndVoided,
    PlacementStartVoided,
)
"""Facts of a placement that deadlines of its child's case, or of its next home, go by."""


@dataclass(frozen=True)
class ClockKeeping:
    """What one stream's clocks come to now, to be noted because of an event."""

    streams: Streams
    editions: Editions
    clock: Clock
    of_child: PlacementsOfChild

    def noted(self, stream: StreamId, because: Recorded[Any]) -> Ask:
        owner = self.streams.read(stream)
        now = self.clock.now()
        terms = self.editions.clock_terms(london_day(now))
        found = clocks_of(owner, terms, Whole(self, because.position), now)
        command = ReconcileClocks(
            clocks=tuple(ClockSnapshot.of(clock) for clock in found),
            because=EventId(because.event_id),
        )
        return Ask(clock_stream(stream), clock_capability.decider, command, file=owner.file)


@dataclass(frozen=True)
class Whole:
    """`application.clock.owners.Child`: all that has been recorded of a child, by an event on."""

    keeping: ClockKeeping
    position: int

    def case(self, case_id: CaseId) -> Sequence[Recorded[Any]]:
        return self.keeping.streams.read(stream_of("case", case_id)).events

    def placements(self, case_id: CaseId) -> Sequence[History[Any]]:
        found = self.keeping.of_child.placements_of(case_id, self.position)
        return [self.keeping.streams.read(each) for each in found]


@dataclass(frozen=True)
class KeepClocks:
    """Follows imports too: what they open that is still to come is a deadline like any other.

    A lot that was to be left by 18 is looked at anew on the birthday: what is owed of a child stops
    (R-224).
    """

    keeping: ClockKeeping
    name: str = "keep-clocks"
    follows_imports: bool = True
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        if isinstance(recorded.event, ClockBreached):
            return recorded.event.code == C_LOT_18
        return capability(recorded.stream) in CLOCKS

    def react(self, recorded: Recorded[Any]) -> Act | None:
        return Act([self.keeping.noted(owner_of(recorded.stream), recorded)])


@dataclass(frozen=True)
class KeepClocksOfHomes:
    """Case and homes of a child go by each other: what is owed in the one follows the other.

    What moved later by itself is kept by `KeepClocks` with all that was known by then. Of what
    is brought in from elsewhere homes that the child had left are passed over: there are many,
    and nothing is owed of them.
    """

    keeping: ClockKeeping
    name: str = "keep-clocks-of-homes"
    follows_imports: bool = True
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, (*OF_A_CHILD, *OF_A_PLACEMENT))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        stood_still = [each for each in self._others(recorded) if self._is_older(each, recorded)]
        noted = [self.keeping.noted(each, recorded) for each in stood_still]
        return Act(noted) if noted else None

    def _others(self, recorded: Recorded[Any]) -> Sequence[StreamId]:
        if capability(recorded.stream) == "case":
            child = CaseId(identity_in(recorded.stream))
            return self.keeping.of_child.placements_of(child, recorded.position)
        if recorded.channel in BROUGHT_IN and isinstance(recorded.event, PlacementEnded):
            return []
        case_id = child_of(self.keeping.streams.read(recorded.stream).events)
        if case_id is None:
            return []
        return [stream_of("case", case_id), *self._next_secure_homes(recorded, case_id)]

    def _next_secure_homes(self, recorded: Recorded[Any], case_id: CaseId) -> Sequence[StreamId]:
        """The child's other placements, where one of a secure home may lead to another (R-225)."""
        if not was_in_a_secure_home(self.keeping.streams.read(recorded.stream).events):
            return []
        found = self.keeping.of_child.placements_of(case_id, recorded.position)
        return [each for each in found if each != recorded.stream]

    def _is_older(self, stream: StreamId, than: Recorded[Any]) -> bool:
        events = self.keeping.streams.read(stream).events
        return bool(events) and events[-1].position < than.position
