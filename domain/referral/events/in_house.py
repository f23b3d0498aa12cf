"""A home is found among the council's own, or they are passed over with approval."""

from datetime import date
from typing import ClassVar

from domain.referral.codes import BypassReason, MatchReleaseReason
from domain.referral.considered import ConsideredInHouse
from domain.referral.events.choice import SiblingChosen
from domain.referral.spoken import Spoken
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, SettingId, Subject


class InHouseMatchFound(Event):
    """One of the council's own homes or carers will do; `considered` are those that would not.

    There is no offer, and so nothing to buy: `offer_id` is what the placement names this
    choice by. `age_in_years` is the child's on `starts_on`. Of several children `siblings` are
    those who are taken, each with its home; the home and the age are then the first one's.
    """

    stored_as: ClassVar[str] = "referral.in_house_match_found.v1"

    offer_id: OfferId
    setting_id: SettingId
    starts_on: date
    age_in_years: int
    considered: tuple[ConsideredInHouse, ...]
    match_notes: Sealed[str]
    childs_views: Sealed[str | None]
    by: Subject
    siblings: tuple[SiblingChosen, ...] = ()


class InHouseMatchReleased(Event):
    """The home found in house is not pursued; others are considered again."""

    stored_as: ClassVar[str] = "referral.in_house_match_released.v1"

    offer_id: OfferId
    reason: MatchReleaseReason
    text: Sealed[str | None]
    by: Subject


class InHouseBypassApproved(Event):
    """A manager let the search go past the council's own homes.

    `places_free` are those that would have taken the children, with a place free, at that moment
    (R-123); before they were looked up there are none on record.
    """

    stored_as: ClassVar[str] = "referral.in_house_bypass_approved.v1"

    reason: BypassReason
    text: Sealed[str]
    by: Subject
    spoken: Spoken | None = None
    places_free: tuple[SettingId, ...] | None = None


InHouseEvent = InHouseMatchFound | InHouseMatchReleased | InHouseBypassApproved
