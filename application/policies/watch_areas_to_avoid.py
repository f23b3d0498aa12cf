"""An area to avoid, once recorded, is held against where the child lives or is to live (R-85)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.clock.owners import capability
from application.referral.ports import PlacementsOfChild
from application.shared.casework import Act, Ask
from application.shared.distances import HomeDistances
from application.shared.distances import LocationRisk as Risk
from application.shared.office import Office
from application.task.raising import Raising
from domain import placement
from domain.case.events import AreaToAvoidLifted, AreaToAvoidRecorded
from domain.placement.events import (
    PlacementEnded,
    PlacementEndVoided,
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
    PlacementStartVoided,
    SettingChanged,
)
from domain.placement.state import Current, ToCome
from domain.shared.admission import LocationRisk
from domain.shared.envelope import Recorded, StreamId
from domain.task.codes import LOOK_AT_LOCATION, TaskCode

OF_A_CHILD = (AreaToAvoidRecorded, AreaToAvoidLifted)
OF_A_PLACEMENT = (
    PlacementProposed,
    PlacementStarted,
    PlacementNotStarted,
    PlacementEnded,
    PlacementEndVoided,
    PlacementStartVoided,
    SettingChanged,
)

ASKS: dict[Risk, TaskCode] = {
    Risk.AVOID: LocationRisk.code,
    Risk.NOT_KNOWN: LOOK_AT_LOCATION,
}
AMONG = frozenset(ASKS.values())


@dataclass(frozen=True)
class WatchAreasToAvoid:
    """A task for each placement concerned, by the same straight line as the check (R-109).

    It says neither the area nor the reason: who may read areas finds them on the child's record.
    Area and placement may cross: both are looked at, whichever was recorded last.
    """

    distances: HomeDistances
    placements: PlacementsOfChild
    name: str = "watch-areas-to-avoid"
    follows_imports: bool = False
    newest_only: bool = False

    @property
    def office(self) -> Office:
        return self.distances.registers.office

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, (*OF_A_CHILD, *OF_A_PLACEMENT))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = [ask for stream in self._concerned(recorded) for ask in self._asks(recorded, stream)]
        return Act(asks) if asks else None

    def _concerned(self, recorded: Recorded[Any]) -> Sequence[StreamId]:
        if capability(recorded.stream) == "placement":
            return [recorded.stream]
        case_id = UUID(recorded.stream.removeprefix("case-"))
        return self.placements.placements_of(case_id, recorded.position)

    def _asks(self, recorded: Recorded[Any], stream: StreamId) -> Iterable[Ask]:
        risk = self._risk(self.office.state(placement.decider, stream))
        now = [ASKS[risk]] if risk in ASKS else []
        raising = Raising(self.office.streams, self.name)
        return raising.revised(recorded, about=stream, now=now, among=AMONG)

    def _risk(self, state: placement.Placement) -> Risk:
        """As it is today, or will be on the day on which the child is to move in."""
        if not isinstance(state, ToCome | Current):
            return Risk.CLEAR
        arrangement, today = state.particulars.arrangement, self.office.today()
        day = max(today, state.particulars.begins_on)
        return self.distances.risk_of(arrangement.case_id, arrangement.setting_id, day)
