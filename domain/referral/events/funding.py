"""The money for the preferred offer."""

from datetime import date
from typing import ClassVar

from domain.referral.codes import Code
from domain.referral.events.resharing import ResharingEvent
from domain.referral.funding import FundingCondition, FundingPlan
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.money import Funder, FundingHeading, Share
from domain.shared.panels import PanelWord
from domain.shared.personal import Sealed
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId, Subject


class FundingRequested(Event):
    """The price of the preferred offer was put to those who may spend it.

    `expected` are the headings from which the lot's contract expects a contribution.
    """

    stored_as: ClassVar[str] = "referral.funding_requested.v1"

    offer_id: OfferId
    plan: FundingPlan
    by: Subject
    expected: tuple[FundingHeading, ...] = ()


class FundingAuthorised(Event):
    """Someone other than who asked authorised the plan, within their limit.

    The shares in the plan stand as they did then: agreed, underwritten, or still expected.
    `rests_on` is the word of a panel, where who authorised named one.
    """

    stored_as: ClassVar[str] = "referral.funding_authorised.v1"

    offer_id: OfferId
    plan: FundingPlan
    by: Subject
    conditions: tuple[FundingCondition, ...] = ()
    rests_on: PanelWord | None = None


class FundingDeclined(Event):
    """The plan was not authorised; another may be put."""

    stored_as: ClassVar[str] = "referral.funding_declined.v1"

    offer_id: OfferId
    reason: Code
    text: Sealed[str] | None
    by: Subject


class ShareAgreed(Event):
    """A funder agreed to its own share, or a claim for one was confirmed.

    `answered_by` is who said so there, where the council entered it from paper. `split_from` is
    the first day of the split that it is about; none is that of the money as it was put first.
    """

    stored_as: ClassVar[str] = "referral.funding_share_agreed.v1"

    offer_id: OfferId
    funder: Funder
    agreement_reference: Sealed[str] | None
    answered_by: Subject | None = None
    split_from: date | None = None
    by: Subject


class ShareDisputed(Event):
    """A funder will not pay the share that it was asked for."""

    stored_as: ClassVar[str] = "referral.funding_share_disputed.v1"

    offer_id: OfferId
    funder: Funder
    reason: Code
    text: Sealed[str] | None
    answered_by: Subject | None = None
    split_from: date | None = None
    by: Subject


class ShareUnderwritten(Event):
    """The council pays a funder's share until the funder does."""

    stored_as: ClassVar[str] = "referral.funding_share_underwritten.v1"

    offer_id: OfferId
    funder: Funder
    split_from: date | None = None
    by: Subject


class ShareWithdrawn(Event):
    """A funder pays no more from a day on, and the council pays in its place (6-73).

    `shares` is the whole split from now on, dated. The day may lie ahead, so it is no
    business time.
    """

    stored_as: ClassVar[str] = "referral.funding_share_withdrawn.v1"

    offer_id: OfferId
    funder: Funder
    since: date
    reason: Code
    breaches: tuple[Breach, ...] = ()
    text: Sealed[str] | None
    shares: tuple[Share, ...]
    by: Subject


class FundingConditionMet(Event):
    """What was asked for when the money was authorised has been done."""

    stored_as: ClassVar[str] = "referral.funding_condition_met.v1"

    offer_id: OfferId
    condition: Code
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


class VerbalAuthorityNoted(Event):
    """In an emergency a named officer gave leave by word of mouth; somebody else noted it."""

    stored_as: ClassVar[str] = "referral.verbal_authority_noted.v1"

    offer_id: OfferId
    authority: VerbalAuthority

    def effective(self) -> When:
        return self.authority.given_at


FundingEvent = (
    FundingRequested
    | FundingAuthorised
    | FundingDeclined
    | ShareAgreed
    | ShareDisputed
    | ShareUnderwritten
    | ShareWithdrawn
    | ResharingEvent
    | FundingConditionMet
    | VerbalAuthorityNoted
)
