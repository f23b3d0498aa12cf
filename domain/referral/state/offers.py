"""What becomes of an offer between its arrival and the choice."""

from dataclasses import replace

from domain.referral.events.offers import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    EnteredOfferConfirmed,
    EnteredOfferDenied,
    LateOfferAdmitted,
    OfferAmendmentRequested,
    OfferEvent,
    OfferWithdrawn,
)
from domain.referral.facts import Facts
from domain.referral.judging import changed
from domain.referral.offer import Proposed, Standing
from domain.referral.state.invitations import said_no
from domain.shared.vocabulary import OfferId


def of_offer(facts: Facts, event: OfferEvent) -> Facts:
    """What became of an offer between its arrival and the choice."""
    held = facts.offers[event.offer_id]
    match event:
        case OfferWithdrawn():
            held = replace(held, standing=Standing.WITHDRAWN)
        case EnteredOfferConfirmed() | EnteredOfferDenied():
            held = replace(held, owned=isinstance(event, EnteredOfferConfirmed))
        case LateOfferAdmitted(at_once=at_once):
            held = replace(held, standing=Standing.OPEN, admitted=True, at_once=at_once)
        case OfferAmendmentRequested(until=until):
            held = replace(held, changeable_until=until)
        case CategoryDifferenceProposed(side=side, price=price):
            held = replace(held, proposed=Proposed(side, price))
        case CategoryDifferenceAgreed(price=price):
            offer = held.offer.model_copy(update={"price": price})
            held = replace(held, offer=offer, proposed=None, price_agreed=True)
    now = replace(facts, offers={**facts.offers, event.offer_id: held})
    if isinstance(event, OfferWithdrawn):
        return said_no(now, held.provider_id, event.at)
    if isinstance(event, CategoryDifferenceAgreed):
        return replace(now, judging=changed(facts.judging, event.offer_id))
    return now


def standing(facts: Facts, offer_id: OfferId, now: Standing) -> Facts:
    held = replace(facts.offers[offer_id], standing=now)
    return replace(facts, offers={**facts.offers, offer_id: held})
