"""The steps of a setting's places. Reserving, planning and blocking must fit; facts need not."""

from collections.abc import Sequence

from domain.setting.commands import places as ask
from domain.setting.commands.places import PlacesCommand
from domain.setting.decisions.counting import count_others
from domain.setting.decisions.fit import require_fit, with_breaches
from domain.setting.decisions.revised import put_right
from domain.setting.decisions.stays import (
    correct_arrival,
    correct_departure,
    still_ahead,
)
from domain.setting.errors import AlreadyOccupied, BlockNotFound, NothingToLift, StayNotFound
from domain.setting.events import places as place
from domain.setting.events.places import PlacesEvent
from domain.setting.questions import home_on
from domain.setting.rules import (
    require_after,
    require_not_before,
    require_open_throughout,
)
from domain.setting.state import Listed, Stay, StayKind
from domain.shared.admission import require_open
from domain.shared.vocabulary import PlacementId


def decide_places(setting: Listed, command: PlacesCommand) -> Sequence[PlacesEvent]:
    match command:
        case ask.ReservePlace():
            return reserve_place(setting, command)
        case ask.ReleaseReservation(placement_id=mine, why=why):
            find_stay(setting, mine, StayKind.RESERVED)
            return [place.ReservationReleased(placement_id=mine, why=why)]
        case ask.PlanDeparture():
            return plan_departure(setting, command)
        case ask.RecordArrival():
            return record_arrival(setting, command)
        case ask.RecordDeparture():
            return record_departure(setting, command)
        case ask.CorrectArrival():
            return correct_arrival(setting, command)
        case ask.CorrectDeparture():
            return correct_departure(setting, command)
        case ask.VoidArrival() | ask.ReviseStays():
            return put_right(setting, command)
        case ask.BlockPlaces():
            return block_places(setting, command)
        case ask.UnblockPlaces():
            return unblock_places(setting, command)
        case ask.AskToReturn():
            return ask_to_return(setting, command)
        case ask.RecordOtherAuthorityOccupancy() | ask.CountChildOfAnotherAuthority():
            return count_others(setting, command)


def reserve_place(setting: Listed, command: ask.ReservePlace) -> Sequence[PlacesEvent]:
    require_after(command.leaves, command.arrives)
    require_not_occupied(setting, command.placement_id)
    require_open(home_on(setting, command.arrives), command.arrives)
    require_open_throughout(setting.closures, command.arrives, command.leaves)
    reserved = place.PlaceReserved(**command.model_dump())
    require_fit(setting, reserved, command.arrives, command.leaves)
    return [reserved]


def plan_departure(setting: Listed, command: ask.PlanDeparture) -> Sequence[PlacesEvent]:
    """A longer stay must fit on the nights it adds; a shorter one always does."""
    stay = find_stay(setting, command.placement_id, StayKind.OCCUPIED)
    require_after(command.leaves, stay.from_)
    planned = place.DeparturePlanned(**command.model_dump())
    if stay.until is not None and (command.leaves is None or command.leaves > stay.until):
        require_open_throughout(setting.closures, stay.until, command.leaves)
        require_fit(setting, planned, stay.until, command.leaves)
    return [planned]


def record_arrival(setting: Listed, command: ask.RecordArrival) -> Sequence[PlacesEvent]:
    require_not_occupied(setting, command.placement_id)
    earlier = setting.latest(command.placement_id)
    if earlier is not None and earlier.left and earlier.until is not None:
        require_not_before(command.on, earlier.until)
    held = setting.held(command.placement_id)
    leaves = None if held is None else still_ahead(held.until, command.on)
    came = place.PlaceOccupied(placement_id=command.placement_id, on=command.on, leaves=leaves)
    return [with_breaches(setting, came, command.on, leaves)]


def record_departure(setting: Listed, command: ask.RecordDeparture) -> Sequence[PlacesEvent]:
    """Breaches, if any, are of the nights that the child stayed beyond the plan."""
    stay = find_stay(setting, command.placement_id, StayKind.OCCUPIED)
    require_not_before(command.on, stay.from_)
    left = place.PlaceVacated(placement_id=command.placement_id, on=command.on)
    if stay.until is None or command.on <= stay.until:
        return [left]
    return [with_breaches(setting, left, stay.until, command.on)]


def block_places(setting: Listed, command: ask.BlockPlaces) -> Sequence[PlacesEvent]:
    require_after(command.until, command.from_)
    blocked = place.PlacesBlocked(**command.model_dump())
    require_fit(setting, blocked, command.from_, command.until)
    return [blocked]


def unblock_places(setting: Listed, command: ask.UnblockPlaces) -> Sequence[PlacesEvent]:
    if not any(block.block_id == command.block_id for block in setting.blocks):
        raise BlockNotFound
    return [place.PlacesUnblocked(block_id=command.block_id, from_=command.from_)]


def ask_to_return(setting: Listed, command: ask.AskToReturn) -> Sequence[PlacesEvent]:
    """Blocked and escalated, never allowed by itself; needless where nobody is kept out."""
    if setting.latest(command.placement_id) is None:
        raise StayNotFound("This placement has never had a place here.")
    require_after(command.returns_on, command.away_since)
    if not home_on(setting, command.returns_on).admissions_restricted:
        raise NothingToLift(f"Admissions are not restricted on {command.returns_on}.")
    return [place.ReturnEscalated(**command.model_dump())]


def find_stay(setting: Listed, placement_id: PlacementId, kind: StayKind) -> Stay:
    stay = setting.held(placement_id)
    if stay is None or stay.kind is not kind:
        raise StayNotFound(f"This placement has no {kind.value} place here.")
    return stay


def require_not_occupied(setting: Listed, placement_id: PlacementId) -> None:
    held = setting.held(placement_id)
    if held is not None and held.kind is StayKind.OCCUPIED:
        raise AlreadyOccupied(f"It has been occupied since {held.from_}.")
