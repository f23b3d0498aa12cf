"""The deadlines of single offers: how long each is held open (C-OFFER, R-74)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.referral.events import ReferralEvent
from domain.referral.events.answers import LateOfferReceived, OfferAmended, OfferSubmitted
from domain.referral.events.ending import OfferLapsed, ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.offers import LateOfferAdmitted, OfferWithdrawn
from domain.referral.offer import Offer
from domain.shared.clock_catalogue import C_OFFER
from domain.shared.clocks import Clock, Due, stopped
from domain.shared.envelope import Recorded
from domain.shared.moments import end_of_day
from domain.shared.vocabulary import OfferId


def clocks_of_offers(history: Iterable[Recorded[ReferralEvent]]) -> Sequence[Clock]:
    """A clock for each offer that may be chosen, until its provider lets go of it."""
    late: dict[OfferId, Offer] = {}
    found: dict[OfferId, Clock] = {}
    for recorded in history:
        match recorded.event:
            case OfferSubmitted(offer=offer):
                found[offer.offer_id] = _held_open(recorded, offer)
            case OfferAmended(offer=offer) if offer.offer_id in found:
                found[offer.offer_id] = _held_open(recorded, offer)
            case LateOfferReceived(offer=offer):
                late[offer.offer_id] = offer
            case LateOfferAdmitted(offer_id=offer_id):
                found[offer_id] = _held_open(recorded, late[offer_id])
            case OfferWithdrawn(offer_id=offer_id) | OfferLapsed(offer_id=offer_id):
                if offer_id in found:
                    found[offer_id] = stopped(found[offer_id], recorded)
            case ReferralWithdrawn() | ReferralFulfilled():
                found = {key: stopped(clock, recorded) for key, clock in found.items()}
            case _:
                pass
    return list(found.values())


def _held_open(recorded: Recorded[ReferralEvent], offer: Offer) -> Clock:
    until = offer.open_until
    at = until if isinstance(until, datetime) else end_of_day(until)
    return Clock(
        code=C_OFFER,
        key=f"{C_OFFER}:{offer.offer_id}",
        anchor=recorded.event_id,
        anchored_at=recorded.effective_at,
        due=Due(at=at, plan_by=None),
    )
