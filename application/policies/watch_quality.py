"""What is owed of a provider and has run out waits for people, until it is seen to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.clock.owners import capability, identity_in, owner_of
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Reads
from application.task.raising import Raising
from domain import provider, quality
from domain.clock.events import ClockBreached
from domain.provider.events import AssuranceRecorded
from domain.provider.state import NotKnown
from domain.quality.events import EngagementHeld, StatusDecided
from domain.quality.state import Monitored
from domain.quality.vocabulary import EngagementKind, Status
from domain.shared.clock_catalogue import C_PROVMTG_MONTH
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import london_day
from domain.task import codes

OF_QUALITY = frozenset({codes.ACTION_OVERDUE})
OF_ASSURANCES = frozenset({codes.RENEW_ASSURANCE})
MEETING = frozenset({codes.MEET_PROVIDER})


@dataclass(frozen=True)
class WatchQuality:
    """Actions past their day, a month without a meeting, assurances that ran out; red (R-232).

    A quality visit that was held settles what asked for one.
    """

    streams: Reads
    name: str = "watch-quality"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        about, event = owner_of(recorded.stream), recorded.event
        own = capability(recorded.stream) == "quality" or isinstance(event, AssuranceRecorded)
        return own or (
            isinstance(event, ClockBreached) and capability(about) in {"quality", "provider"}
        )

    def react(self, recorded: Recorded[Any]) -> Act | None:
        about = owner_of(recorded.stream)
        of_quality = capability(about) == "quality"
        asks = list((self._quality if of_quality else self._assurances)(recorded, about))
        return Act(asks) if asks else None

    def _assurances(self, recorded: Recorded[Any], about: StreamId) -> Iterator[Ask]:
        held, today = self.streams.read(about).folded(provider.decider), _today(recorded)
        if isinstance(held, NotKnown):
            return
        shown = (held.life.shows(kind, today) for kind in held.life.assurances)
        now = OF_ASSURANCES if any(each is False for each in shown) else frozenset()
        raising = Raising(self.streams, self.name)
        yield from raising.revised(recorded, about=about, now=now, among=OF_ASSURANCES)

    def _quality(self, recorded: Recorded[Any], about: StreamId) -> Iterator[Ask]:
        raising = Raising(self.streams, self.name)
        state = self.streams.read(about).folded(quality.decider)
        now = OF_QUALITY if _is_late(state, _today(recorded)) else frozenset()
        among = OF_QUALITY
        match recorded.event:
            case ClockBreached(code=code) if code == C_PROVMTG_MONTH:
                now, among = now | MEETING, among | MEETING
            case EngagementHeld(kind=EngagementKind.CONTRACT_MEETING):
                among = among | MEETING
        yield from raising.revised(recorded, about=about, now=now, among=among)
        yield from self._of_provider(recorded, about, raising)

    def _of_provider(
        self, recorded: Recorded[Any], about: StreamId, raising: Raising
    ) -> Iterator[Ask]:
        of_provider = stream_of("provider", identity_in(about))
        match recorded.event:
            case EngagementHeld(kind=EngagementKind.QUALITY_VISIT):
                yield from raising.settled(recorded, codes.VISIT_PROVIDER, about=of_provider)
            case StatusDecided(status=Status.RED):
                yield raising.raised(recorded, codes.DECIDE_ON_SUSPENSION, about=of_provider)


def _is_late(state: object, today: date) -> bool:
    open_ones = state.open_actions() if isinstance(state, Monitored) else ()
    return any(each.agreed.due < today for each in open_ones)


def _today(recorded: Recorded[Any]) -> date:
    return london_day(recorded.recorded_at)
