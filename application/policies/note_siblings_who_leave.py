"""When the placement of one of several children ends, the record that they share says so."""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import owner_of
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from domain import placement, referral
from domain.placement.arrangement import Arrangement
from domain.placement.events import PlacementEnded
from domain.placement.state import Known
from domain.referral.commands.siblings import RecordSiblingLeft
from domain.referral.stages import Stage
from domain.shared.envelope import Recorded


@dataclass(frozen=True)
class NoteSiblingsWhoLeave:
    """Nothing ends for those who stay (6-68); a search for one child alone has nobody to part."""

    office: Office
    name: str = "part-siblings"
    """As its position is stored: it stays, or everything since the first would be done anew."""
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, PlacementEnded)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        ended: PlacementEnded = recorded.event
        known = self.office.known(placement.decider, owner_of(recorded.stream), Known)
        arrangement = known.particulars.arrangement
        if arrangement.referral_id is None:
            return None
        stream = stream_of("referral", arrangement.referral_id)
        command = _left(arrangement, ended)
        state = self.office.state(referral.decider, stream)
        if not isinstance(state, Stage) or not referral.decider.decide(state, command):
            return None
        return Act([Ask(stream, referral.decider, command)])


def _left(arrangement: Arrangement, ended: PlacementEnded) -> RecordSiblingLeft:
    return RecordSiblingLeft(
        case_id=arrangement.case_id, placement_id=ended.placement_id, at=ended.at
    )
