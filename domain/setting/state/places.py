"""How a setting remembers its places."""

from dataclasses import replace
from uuid import UUID

from domain.setting.dated import cease, succeed
from domain.setting.events import places as place
from domain.setting.events.places import PlacesEvent
from domain.setting.nights import Claim
from domain.setting.state.shape import Block, Listed, Stay, StayKind
from domain.shared.errors import CorruptHistory


def of_its_places(setting: Listed, event: PlacesEvent, source: UUID) -> Listed:
    match event:
        case place.PlacesBlocked():
            block = Block(
                block_id=event.block_id,
                count=event.count,
                from_=event.from_,
                until=event.until,
                source=source,
            )
            return replace(setting, blocks=(*setting.blocks, block))
        case place.PlacesUnblocked():
            return _without_block(setting, event, source)
        case place.ReturnEscalated():
            return setting
        case place.OtherAuthorityOccupancyRecorded(from_=from_, until=until, count=count):
            others = Claim(from_=from_, until=until, count=count, source=source)
            return replace(setting, others=succeed(setting.others, others))
        case _:
            return _of_one_stay(setting, event, source)


def _of_one_stay(setting: Listed, event: place.StayEvent, source: UUID) -> Listed:
    match event:
        case place.PlaceReserved(placement_id=mine, arrives=from_, leaves=until):
            stay = Stay(
                placement_id=mine, kind=StayKind.RESERVED, from_=from_, until=until, source=source
            )
            return _moved(setting, setting.held(mine), stay)
        case place.PlaceOccupied(placement_id=mine, on=from_, leaves=until):
            stay = Stay(
                placement_id=mine, kind=StayKind.OCCUPIED, from_=from_, until=until, source=source
            )
            return _moved(setting, setting.held(mine), stay)
        case place.ReservationReleased() | place.ArrivalVoided():
            return _moved(setting, _known(setting, event), None)
        case _:
            stay = _known(setting, event)
            return _moved(setting, stay, _amended(stay, event, source))


def _amended(stay: Stay, event: place.AmendingEvent, source: UUID) -> Stay:
    match event:
        case place.DeparturePlanned(leaves=leaves):
            return stay.model_copy(update={"until": leaves})
        case place.PlaceVacated(on=on):
            return stay.model_copy(update={"until": on, "left": True, "ended_by": source})
        case place.ArrivalCorrected(on=on, leaves=leaves):
            return stay.model_copy(update={"from_": on, "until": leaves, "source": source})
        case place.DepartureCorrected(on=on):
            ended_by = None if on is None else source
            gone = on is not None
            return stay.model_copy(update={"until": on, "left": gone, "ended_by": ended_by})


def _known(setting: Listed, event: place.StayEvent) -> Stay:
    stay = setting.latest(event.placement_id)
    if stay is None:
        raise CorruptHistory(setting, event)
    return stay


def _moved(setting: Listed, old: Stay | None, new: Stay | None) -> Listed:
    """Put a stay in the place of another: the newest of a placement stands last."""
    kept = tuple(stay for stay in setting.stays if stay is not old)
    return replace(setting, stays=kept if new is None else (*kept, new))


def _without_block(setting: Listed, event: place.PlacesUnblocked, source: UUID) -> Listed:
    this = tuple(block for block in setting.blocks if block.block_id == event.block_id)
    others = tuple(block for block in setting.blocks if block.block_id != event.block_id)
    return replace(setting, blocks=(*others, *cease(this, event.from_, source)))
