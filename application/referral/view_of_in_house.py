"""The part of a referral's view that tells of the council's own homes and carers. Pure."""

from application.referral.shown import ShownBypass, ShownInHouse, ShownMatch
from application.referral.told import Told, last
from domain.referral.events import (
    InHouseBypassApproved,
    InHouseMatchFound,
    InHouseMatchReleased,
    InHouseSearchExhausted,
)


def in_house(told: Told) -> ShownInHouse | None:
    found = last(told, InHouseSearchExhausted)
    return ShownInHouse(**dict(found.event)) if found else None


def in_house_match(told: Told) -> ShownMatch | None:
    """The home that is taken, unless it was let go again."""
    turns = [
        each.event
        for each in told
        if isinstance(each.event, InHouseMatchFound | InHouseMatchReleased)
    ]
    if not turns or isinstance(turns[-1], InHouseMatchReleased):
        return None
    names = ShownMatch.__dataclass_fields__
    return ShownMatch(**{name: getattr(turns[-1], name) for name in names})


def in_house_bypass(told: Told) -> ShownBypass | None:
    found = last(told, InHouseBypassApproved)
    return ShownBypass(**dict(found.event)) if found else None
