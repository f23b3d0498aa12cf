"""Corrections of a stay: another day, or never. Each names what it puts right."""

from collections.abc import Sequence
from datetime import date

from domain.setting.commands import places as ask
from domain.setting.decisions.fit import with_breaches
from domain.setting.errors import StayNotFound
from domain.setting.events import places as place
from domain.setting.events.places import PlacesEvent
from domain.setting.rules import require_not_before
from domain.setting.state import Listed, Stay, StayKind
from domain.shared.vocabulary import PlacementId


def correct_arrival(setting: Listed, command: ask.CorrectArrival) -> Sequence[PlacesEvent]:
    stay = find_occupied(setting, command.placement_id)
    if stay.left and stay.until is not None:
        require_not_before(stay.until, command.on)
    leaves = stay.until if stay.left else still_ahead(stay.until, command.on)
    corrected = place.ArrivalCorrected(
        placement_id=command.placement_id, was=stay.from_, on=command.on, leaves=leaves
    )
    return [with_breaches(setting, corrected, command.on, leaves)]


def correct_departure(setting: Listed, command: ask.CorrectDeparture) -> Sequence[PlacesEvent]:
    stay = find_occupied(setting, command.placement_id)
    if not stay.left or stay.until is None:
        raise StayNotFound("No departure has been recorded.")
    if command.on is not None:
        require_not_before(command.on, stay.from_)
    corrected = place.DepartureCorrected(
        placement_id=command.placement_id, was=stay.until, on=command.on
    )
    return [with_breaches(setting, corrected, stay.from_, command.on)]


def void_arrival(setting: Listed, command: ask.VoidArrival) -> Sequence[PlacesEvent]:
    stay = find_occupied(setting, command.placement_id)
    return [place.ArrivalVoided(placement_id=command.placement_id, was=stay.from_)]


def find_occupied(setting: Listed, placement_id: PlacementId) -> Stay:
    """The placement's last stay here, whether or not the child has left."""
    stay = setting.latest(placement_id)
    if stay is None or stay.kind is not StayKind.OCCUPIED:
        raise StayNotFound("No arrival has been recorded.")
    return stay


def still_ahead(leaves: date | None, arrived: date) -> date | None:
    """A planned departure, unless the child came only after it."""
    return leaves if leaves is not None and leaves > arrived else None
