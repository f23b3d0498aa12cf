"""A placement's stays in a home, put right all at once: what differs is taken out and told anew."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.setting.commands.places import Nights, ReviseStays, VoidArrival
from domain.setting.decisions.fit import with_breaches
from domain.setting.decisions.stays import void_arrival
from domain.setting.events import places as place
from domain.setting.events.places import PlacesEvent
from domain.setting.state import Listed, Stay, StayKind, remember_listed
from domain.shared.vocabulary import PlacementId


def put_right(setting: Listed, command: VoidArrival | ReviseStays) -> Sequence[PlacesEvent]:
    return (
        void_arrival(setting, command)
        if isinstance(command, VoidArrival)
        else revise(setting, command)
    )


def revise(setting: Listed, command: ReviseStays) -> Sequence[PlacesEvent]:
    """From the last stay back to the first that is not as it should be, and on from there."""
    mine, wanted = _stays(setting, command.placement_id), command.stays
    same = sum(1 for _ in _alike(mine, wanted))
    kept = same + (same < min(len(mine), len(wanted)) and mine[same].from_ == wanted[same].from_)
    told: list[PlacesEvent] = [
        place.ArrivalVoided(placement_id=command.placement_id, was=stay.from_)
        for stay in reversed(mine[kept:])
    ]
    if kept > same:
        after = _remembered(setting, told)
        told.append(_left(after, command.placement_id, mine[same], wanted[same].until))
    for nights in wanted[kept:]:
        after = _remembered(setting, told)
        told.extend(_lived(after, command.placement_id, nights))
    return told


def _stays(setting: Listed, placement_id: PlacementId) -> Sequence[Stay]:
    return [
        stay
        for stay in setting.stays
        if stay.placement_id == placement_id and stay.kind is StayKind.OCCUPIED
    ]


def _alike(mine: Sequence[Stay], wanted: Sequence[Nights]) -> Iterator[Stay]:
    for stay, nights in zip(mine, wanted, strict=False):
        if stay.from_ != nights.from_ or (stay.until if stay.left else None) != nights.until:
            return
        yield stay


def _remembered(setting: Listed, told: Sequence[PlacesEvent]) -> Listed:
    for event in told:
        setting = remember_listed(setting, event)
    return setting


def _left(
    setting: Listed, placement_id: PlacementId, stay: Stay, until: date | None
) -> PlacesEvent:
    if stay.left and stay.until is not None:
        put_right = place.DepartureCorrected(placement_id=placement_id, was=stay.until, on=until)
        return with_breaches(setting, put_right, stay.from_, until)
    left = place.PlaceVacated(placement_id=placement_id, on=until or stay.from_)
    return with_breaches(setting, left, stay.from_, until)


def _lived(setting: Listed, placement_id: PlacementId, nights: Nights) -> Iterator[PlacesEvent]:
    came = place.PlaceOccupied(placement_id=placement_id, on=nights.from_, leaves=nights.until)
    yield with_breaches(setting, came, nights.from_, nights.until)
    if nights.until is not None:
        yield place.PlaceVacated(placement_id=placement_id, on=nights.until)
