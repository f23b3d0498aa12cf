"""A start that was recorded for the wrong child: taken out here, recorded anew elsewhere (6-03)."""

from collections.abc import Sequence

from domain.placement.commands import NameRightStart, PlacementCommand, VoidStart
from domain.placement.events import PlacementStartVoided, RecordedAnew, WrongChildEvent
from domain.placement.rules.details import require_details
from domain.placement.state import Begun, Placement, Voided
from domain.shared.errors import WrongState
from domain.shared.two_people import require_second_person


def decide(placement: Placement, command: PlacementCommand) -> Sequence[WrongChildEvent]:
    """Nothing else happens to what never was this child's."""
    match placement, command:
        case Begun(), VoidStart():
            return void(placement, command)
        case Voided(recorded_anew=None), NameRightStart():
            return name(placement, command)
        case _:
            raise WrongState.of(placement, command)


def void(placement: Begun, command: VoidStart) -> Sequence[WrongChildEvent]:
    """Whatever was recorded of it since goes with it: none of it is about this child."""
    require_second_person(command.by, command.approved_by)
    require_details(reason=command.reason)
    arrangement = placement.particulars.arrangement
    return [
        PlacementStartVoided(
            placement_id=arrangement.placement_id,
            setting_id=arrangement.setting_id,
            corrects=command.corrects,
            was=placement.started_at,
            reason=command.reason,
            approved_by=command.approved_by,
            by=command.by,
        )
    ]


def name(placement: Voided, command: NameRightStart) -> Sequence[WrongChildEvent]:
    """Refused for another start than the one that was taken out: the two are one fact."""
    same_home = placement.particulars.arrangement.setting_id == command.setting_id
    if not same_home or placement.was != command.at:
        raise WrongState("What was taken out began elsewhere, or at another time.")
    return [RecordedAnew(as_placement=command.as_placement, by=command.by)]
