"""Since when a search is over for a provider, and for how long it may still read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from application.referral.invitation.offers import decided
from application.referral.invitation.packs import let_go
from application.referral.invitation.shape import OfferStatus, OwnInvitation
from domain.referral.events import ReferralEvent
from domain.referral.events.choice import OfferNotSelected, PreferredOfferDeselected
from domain.referral.events.search import ReferralPublished
from domain.shared.envelope import Recorded


def pack_is_open(closes_at: datetime | None, now: datetime) -> bool:
    """Whether the pack may still be read: not for long once the outcome is known (5.3)."""
    return closes_at is None or now <= closes_at


def closes_at_of(outcome_at: datetime, history: Sequence[Recorded[ReferralEvent]]) -> datetime:
    """So long after its outcome as the contract said when the search was published."""
    events = (recorded.event for recorded in history)
    hours = [each.access_hours for each in events if isinstance(each, ReferralPublished)]
    return outcome_at + timedelta(hours=hours[-1])


def passed_over(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    own = let_go(own) if isinstance(recorded.event, PreferredOfferDeselected) else own
    match recorded.event:
        case OfferNotSelected():
            return replace(own, passed_over_at=recorded.recorded_at)
        case PreferredOfferDeselected() if own.passed_over_at is not None:
            return replace(own, passed_over_at=None)
        case _:
            return own


def fulfilled(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    """It is over for all but the home where the child lives now (R-93)."""
    told = decided(own, recorded.event) if own.offer else own
    if told.offer is not None and told.offer.status is OfferStatus.ACCEPTED:
        return replace(told, over_at=None)
    return replace(told, may_return=False, over_at=told.over_at or recorded.recorded_at)


def left_search(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    """It wants no more of this search, and may think again while that goes on."""
    may_return = own.may_return or own.over_at is None
    return replace(own, may_return=may_return, over_at=recorded.recorded_at)


def returned(own: OwnInvitation) -> OwnInvitation:
    """It has a place after all, and must be able to read whom it is for (R-94)."""
    return replace(own, may_return=False, over_at=None) if own.may_return else own
