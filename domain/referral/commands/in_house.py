"""Finding a home among the council's own, or going past them with a manager's approval."""

from collections.abc import Mapping
from datetime import date

from domain.referral.codes import BypassReason, MatchReleaseReason
from domain.referral.considered import ConsideredInHouse, reasons_of
from domain.referral.siblings import ForSiblings, SiblingAsked
from domain.referral.spoken import Heard
from domain.shared.admission import Home
from domain.shared.code_lists import Coded, ListName
from domain.shared.messages import Command
from domain.shared.vocabulary import OfferId, ReferralId, SettingId, Subject


class RecordInHouseMatch(Coded):
    """One of the council's own homes or carers will do: `home`, as registered on the first day.

    `offer_id` is what the placement will name this choice by, as it would name an offer;
    the first day is the one on which the place is free and the child needs it. For brothers
    and sisters `for_siblings` says who lives where, and `siblings` holds every child who is
    still sought with the home meant for it; whom it takes not is sought in `successor_id`.
    """

    offer_id: OfferId
    home: Home | None
    free_from: date
    born_on: date
    considered: tuple[ConsideredInHouse, ...] = ()
    match_notes: str
    childs_views: str | None = None
    by: Subject
    for_siblings: ForSiblings | None = None
    siblings: tuple[SiblingAsked, ...] = ()
    successor_id: ReferralId | None = None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.IN_HOUSE_REASONS: reasons_of(self.considered)}


class ReleaseInHouseMatch(Command):
    """The home that was found will not be it after all; the search in house goes on."""

    reason: MatchReleaseReason
    text: str | None = None
    by: Subject


class ApproveInHouseBypass(Command):
    """Let the market be asked though not everything in house was considered.

    `places_free` are the council's own homes that would take the children, as the register has it.
    """

    reason: BypassReason
    text: str
    by: Subject
    spoken: Heard | None = None
    places_free: tuple[SettingId, ...] | None = None


InHouseCommand = RecordInHouseMatch | ReleaseInHouseMatch | ApproveInHouseBypass
