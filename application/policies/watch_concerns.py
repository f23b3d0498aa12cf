"""What a concern asks of people: to look at it, to cover a service, to decide what follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.clock.owners import capability, owner_of
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Reads
from application.task.raising import Raising
from domain import concern
from domain.clock.events import ClockBreached
from domain.concern.events import ConcernRaised, FindingRecorded
from domain.concern.state import Live, OnRecord, Raised
from domain.concern.vocabulary import AGAINST_PROVIDER, ConcernKind
from domain.shared.clock_catalogue import C_ALERT, C_INCIDENT_24, C_SVCFAIL
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import london_day
from domain.task import codes

TOLD_LATE = frozenset({C_ALERT, C_SVCFAIL, C_INCIDENT_24})
AMONG = frozenset({codes.TRIAGE_CONCERN, codes.COVER_SERVICE, codes.ACTION_OVERDUE})


@dataclass(frozen=True)
class WatchConcerns:
    """A word that came late asks for a visit; a finding against a provider for a decision.

    A service that failed is covered, whatever comes of it. Nobody is suspended by itself (7.8).
    """

    streams: Reads
    name: str = "watch-concerns"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return capability(_about(recorded)) == "concern" and (
            isinstance(recorded.event, ClockBreached) or recorded.stream == _about(recorded)
        )

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterator[Ask]:
        about, raising = _about(recorded), Raising(self.streams, self.name)
        state = self.streams.read(about).folded(concern.decider)
        if not isinstance(state, OnRecord):
            return
        today = london_day(recorded.recorded_at)
        now = _left(state, today)
        yield from raising.revised(recorded, about=about, now=now, among=AMONG)
        provider_id = state.facts.raised.about_provider
        if provider_id is not None and (code := _of_provider(recorded)) is not None:
            yield raising.raised(recorded, code, about=stream_of("provider", provider_id))


def _left(state: OnRecord, today: date) -> frozenset[str]:
    raised = state.facts.raised
    fails = raised.kind is ConcernKind.SERVICE_FAILURE and isinstance(state, Live)
    late = any(each.asked.due < today for each in state.facts.open_actions())
    found = {
        codes.TRIAGE_CONCERN: isinstance(state, Raised),
        codes.COVER_SERVICE: fails and state.facts.finding is None,
        codes.ACTION_OVERDUE: late,
    }
    return frozenset(code for code, is_so in found.items() if is_so)


def _of_provider(recorded: Recorded[Any]) -> str | None:
    match recorded.event:
        case ClockBreached(code=code) if code in TOLD_LATE:
            return codes.VISIT_PROVIDER
        case ConcernRaised(kind=ConcernKind.SERVICE_FAILURE):
            return codes.VISIT_PROVIDER
        case FindingRecorded(finding=finding) if finding in AGAINST_PROVIDER:
            return codes.DECIDE_ON_SUSPENSION
        case _:
            return None


def _about(recorded: Recorded[Any]) -> StreamId:
    """The concern that an event is of, or a deadline that ran out is about."""
    return owner_of(recorded.stream)
