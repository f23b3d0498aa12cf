"""The money of one search as it stands: what was asked, with everything said of it since. Pure."""

from dataclasses import dataclass

from application.referral.told import Told
from domain.referral.events.funding import (
    FundingAuthorised,
    FundingEvent,
    FundingRequested,
    VerbalAuthorityNoted,
)
from domain.referral.funding import FundedPlan, FundingPlan
from domain.referral.paying import ShareEvent, answered, authorised, followed
from domain.shared.errors import NotFound


@dataclass(frozen=True)
class Paid:
    """A plan as it stands; `money` is what was authorised of it, if it was."""

    plan: FundingPlan
    money: FundedPlan | None = None


def as_paid(asked: Told) -> Paid:
    """The plan of the newest request, with everything that was answered and changed since."""
    paid: Paid | None = None
    for each in asked:
        match each.event:
            case FundingRequested(plan=put):
                paid = Paid(put)
            case FundingAuthorised() as event:
                paid = Paid(event.plan, authorised(event))
            case event if paid is not None and isinstance(event, FundingEvent):
                paid = _moved(paid, event)
            case _:
                continue
    if paid is None:
        raise NotFound
    return paid


def _moved(paid: Paid, event: FundingEvent) -> Paid:
    if paid.money is not None and not isinstance(event, VerbalAuthorityNoted):
        money = followed(paid.money, event)
        return Paid(money.plan, money)
    return Paid(answered(paid.plan, event)) if isinstance(event, ShareEvent) else paid
