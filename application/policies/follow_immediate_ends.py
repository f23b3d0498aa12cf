"""After a placement was ended at once: somewhere to live, and a word to the IRO (6-24)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability
from application.referral.ports import PlacementsOfChild
from application.shared.casework import Act
from application.shared.office import Office
from application.task.raising import Raising
from domain import placement
from domain.placement.events import ImmediateTermination, PlacementStarted
from domain.placement.state import Known
from domain.shared.envelope import Recorded, StreamId
from domain.task.codes import ARRANGE_ACCOMMODATION, INFORM_IRO, TaskCode

AMONG = frozenset({ARRANGE_ACCOMMODATION, INFORM_IRO})


@dataclass(frozen=True)
class FollowImmediateEnds:
    """Tasks for what was not done by then; the child's next start settles where it lives."""

    office: Office
    placements: PlacementsOfChild
    name: str = "follow-immediate-ends"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, ImmediateTermination | PlacementStarted)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        raising = Raising(self.office.streams, self.name)
        if isinstance(recorded.event, ImmediateTermination):
            owed = _owed(recorded.event)
            asks = raising.revised(recorded, about=recorded.stream, now=owed, among=AMONG)
        else:
            asks = [
                ask
                for stream in self._earlier(recorded)
                for ask in raising.settled(recorded, ARRANGE_ACCOMMODATION, about=stream)
            ]
        return Act(asks) if asks else None

    def _earlier(self, recorded: Recorded[Any]) -> Iterator[StreamId]:
        state = self.office.state(placement.decider, recorded.stream)
        if not isinstance(state, Known):
            return
        case_id = state.particulars.arrangement.case_id
        for stream in self.placements.placements_of(case_id, recorded.position):
            if stream != recorded.stream and capability(stream) == "placement":
                yield stream


def _owed(event: ImmediateTermination) -> Iterator[TaskCode]:
    if event.looked_after and not event.iro_informed:
        yield INFORM_IRO
    if not event.accommodation:
        yield ARRANGE_ACCOMMODATION
