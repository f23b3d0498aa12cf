"""The money for the preferred offer."""

from typing import ClassVar

from domain.referral.codes import Code
from domain.referral.funding import FundingPlan
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, Subject


class FundingRequested(Event):
    """The price of the preferred offer was put to those who may spend it."""

    stored_as: ClassVar[str] = "referral.funding_requested.v1"

    offer_id: OfferId
    plan: FundingPlan
    by: Subject


class FundingAuthorised(Event):
    """Someone other than who asked authorised the plan, within their limit."""

    stored_as: ClassVar[str] = "referral.funding_authorised.v1"

    offer_id: OfferId
    plan: FundingPlan
    by: Subject


class FundingDeclined(Event):
    stored_as: ClassVar[str] = "referral.funding_declined.v1"

    offer_id: OfferId
    reason: Code
    text: Sealed[str] | None
    by: Subject


FundingEvent = FundingRequested | FundingAuthorised | FundingDeclined
