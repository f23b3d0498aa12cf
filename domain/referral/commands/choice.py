"""Choosing one offer of all, and letting it go again."""

from collections.abc import Mapping
from datetime import date

from pydantic import AwareDatetime, Field

from domain.referral.codes import DIRECT_AWARD, MINI_COMPETITION, Code, DeselectionReason
from domain.referral.commands.siblings import ApproveSiblingSplit
from domain.referral.events.award import FoundWanting
from domain.referral.siblings import SiblingAsked
from domain.referral.spoken import Heard
from domain.referral.sufficiency import Sufficiency
from domain.shared.admission import Home
from domain.shared.code_lists import Coded, ListName
from domain.shared.messages import Command
from domain.shared.money import Amount
from domain.shared.officers import KnownRoles
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import OfferId, ReferralId, SettingId, Subject


class SelectPreferredOffer(Coded):
    """Choose an offer, broker and caseworker together.

    `others_not_chosen` holds a reason for every other open offer. `home` is that of the
    offer, as registered on its earliest start. `provider_barred` says whether its provider
    may be given nothing new, whatever home it offers, or none (6-48). `packet` is what they
    have before them, as canonical JSON. `award_route` is the code of how it is bought (4-097).
    `outside_area` are those homes of the offer that are not local on the day of arrival, and
    `lived_in` those in which another child lives that day, by the register.

    `joint_roles` are those of `jointly_with`, by the council's list (R-121).

    `spoken` is when the broker said so, where somebody else writes it down in an emergency.

    `would_tell` names the reasons given to providers by which one could recognise the child.

    Of several children `siblings` are all who are sought, each with the home that the offer
    has for it; `home` and `born_on` are then not looked at. `successor_id` is the search in
    which those go on being looked for whom the offer does not take.
    """

    offer_id: OfferId
    reasons: str
    match_statement: str
    childs_views: str
    others_not_chosen: dict[OfferId, str] = Field(default_factory=dict)
    home: Home | None
    provider_barred: bool = False
    born_on: date
    planned_end: date | None = None
    terms: ContractTerms
    now: AwareDatetime
    jointly_with: Subject
    by: Subject
    would_tell: tuple[str, ...] = ()
    siblings: tuple[SiblingAsked, ...] = ()
    successor_id: ReferralId | None = None
    packet: str | None = None
    award_route: Code = MINI_COMPETITION
    outside_area: tuple[SettingId, ...] = ()
    lived_in: tuple[SettingId, ...] = ()
    joint_roles: KnownRoles = None
    sufficiency: Sufficiency | None = None
    spoken: Heard | None = None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.AWARD_ROUTES: {"/award_route": self.award_route}}

    @property
    def asked(self) -> tuple[SiblingAsked, ...]:
        """Every child that the offer is held against."""
        only = SiblingAsked(number=1, born_on=self.born_on, home=self.home)
        return self.siblings or (only,)


class DirectAward(SelectPreferredOffer):
    """Award without comparing, for a reason, at a price held against another (2.2)."""

    award_route: Code = DIRECT_AWARD
    reason: Code
    compared_weekly: Amount
    price_check: str


class RecordNoViableOffer(Command):
    """Say of every open offer why it will not do, and go on to what is tried next.

    `tried` is what came of the rung before, or why it was not tried.
    """

    wanting: tuple[FoundWanting, ...] = ()
    tried: str | None = None
    by: Subject


class DeselectPreferred(Command):
    """Let the preferred offer go; `spoken` where a broker says so by telephone."""

    reason: DeselectionReason
    by: Subject
    spoken: Heard | None = None


ChoiceCommand = (
    ApproveSiblingSplit
    | SelectPreferredOffer
    | DirectAward
    | RecordNoViableOffer
    | DeselectPreferred
)
