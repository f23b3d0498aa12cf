"""A search comes to an end: fulfilled, called off, closed, or housed otherwise."""

from dataclasses import replace

from domain.referral.events.closing import ClosingEvent, DraftExpired, ReferralClosedUnfilled
from domain.referral.events.ending import (
    EndingEvent,
    OfferLapsed,
    ReferralFulfilled,
    ReferralWithdrawn,
)
from domain.referral.events.housed import (
    ChildHomeless,
    ChildHoused,
    HousedEvent,
    PlacementJoined,
    StayJoined,
)
from domain.referral.offer import Standing
from domain.referral.payers import keeping_homes, with_stay
from domain.referral.stages import (
    Asked,
    Authorised,
    AwaitingFunding,
    Chosen,
    ClosedUnfilled,
    Draft,
    Evaluating,
    Expired,
    Fulfilled,
    MatchedInHouse,
    Preferred,
    Published,
    Referral,
    Stage,
    Withdrawn,
)
from domain.referral.state import housing, offers
from domain.shared.errors import CorruptHistory


def _housed(referral: Referral, event: HousedEvent) -> Referral:
    match referral, event:
        case Stage(facts), ChildHoused(child=child, placement_id=placement_id):
            elsewhere = isinstance(referral, Chosen) and not _is_there(referral, event)
            now = housing.housed(facts, child, placement_id, elsewhere=elsewhere)
            return replace(referral, facts=now)
        case Stage(facts), ChildHomeless(child=child, placement_id=placement_id):
            return replace(referral, facts=housing.homeless(facts, child, placement_id))
        case Stage(facts), StayJoined():
            return replace(referral, facts=with_stay(facts, event))
        case Published(facts) | Evaluating(facts), PlacementJoined():
            there = housing.joined(facts, event.offer_id, event.setting_id)
            return Preferred(there, event.offer_id)
        case Chosen(facts, chosen), PlacementJoined(offer_id=joined) if chosen == joined:
            return replace(referral, facts=housing.all_as_chosen(facts))
        case _:
            raise CorruptHistory(referral, event)


def _is_there(chosen: Chosen, event: ChildHoused) -> bool:
    """Whether the child lives in the very home that is chosen for it, by whatever start."""
    held = chosen.facts.offers.get(chosen.offer_id)
    home = held.offer.homes_for([event.child]).get(event.child) if held else None
    return home is not None and home == event.setting_id


def closed(referral: Referral, event: ClosingEvent | HousedEvent) -> Referral:
    if isinstance(event, HousedEvent):
        return _housed(referral, event)
    match referral, event:
        case Fulfilled() | Withdrawn(), _:
            raise CorruptHistory(referral, event)
        case Stage(facts), ReferralClosedUnfilled():
            kept = keeping_homes(referral).facts if isinstance(referral, Chosen) else facts
            return ClosedUnfilled(kept)
        case Draft(facts), DraftExpired():
            return Expired(facts)
        case _:
            raise CorruptHistory(referral, event)


def ended(referral: Referral, event: EndingEvent) -> Referral:
    match referral, event:
        case Fulfilled() | Withdrawn(), ReferralFulfilled() | ReferralWithdrawn():
            raise CorruptHistory(referral, event)
        case Chosen(facts, offer_id), ReferralFulfilled():
            pending = referral.pending if isinstance(referral, AwaitingFunding) else None
            funded = isinstance(referral, Authorised | MatchedInHouse)
            money = referral.money if isinstance(referral, Authorised) else None
            return Fulfilled(facts, offer_id, funded=funded, money=money, pending=pending)
        case Stage(facts), ReferralWithdrawn():
            kept = keeping_homes(referral).facts if isinstance(referral, Chosen) else facts
            return Withdrawn(kept)
        case Asked(facts), OfferLapsed():
            return replace(referral, facts=offers.standing(facts, event.offer_id, Standing.LAPSED))
        case _:
            raise CorruptHistory(referral, event)
