"""What was done about the council's own homes and carers. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from application.referral.told import Told, last
from application.referral.view.text import Text
from domain.referral.codes import (
    BypassReason,
    Code,
)
from domain.referral.considered import ConsideredInHouse
from domain.referral.events.choice import SiblingChosen
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.referral.events.search import InHouseSearchExhausted
from domain.referral.spoken import Spoken
from domain.shared.vocabulary import (
    OfferId,
    SettingId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInHouse:
    considered: Sequence[ConsideredInHouse]
    none_exists: Code | None
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMatch:
    """One of the council's own homes, taken. One that was let go is no longer shown as taken."""

    offer_id: OfferId
    setting_id: SettingId
    starts_on: date
    siblings: Sequence[SiblingChosen]
    considered: Sequence[ConsideredInHouse]
    match_notes: Text
    childs_views: Text | None
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBypass:
    """Why the market might be asked though not everything in house was considered.

    `places_free` are the homes of the council's own that would have taken the children then.
    """

    reason: BypassReason
    text: Text
    by: Subject
    spoken: Spoken | None = None
    places_free: Sequence[SettingId] | None = None


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
