"""A search ends in a placement, or is called off."""

from collections.abc import Sequence
from functools import partial

from domain.referral.codes import LapseReason
from domain.referral.commands.ending import EndingCommand, FulfilReferral, WithdrawReferral
from domain.referral.commands.siblings import RecordSiblingLeft
from domain.referral.decisions import siblings
from domain.referral.events.ending import (
    EndingEvent,
    OfferLapsed,
    ReferralFulfilled,
    ReferralWithdrawn,
)
from domain.referral.events.siblings import SiblingEvent
from domain.referral.facts import Facts
from domain.referral.rules.money import require_authorised
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.spoken import SpokenAct, kept
from domain.referral.stages import (
    Authorised,
    Chosen,
    Fulfilled,
    MatchedInHouse,
    NotDrafted,
    Referral,
    Stage,
    Withdrawn,
)
from domain.shared.breaches import broken
from domain.shared.errors import WrongState


def decide(referral: Referral, command: EndingCommand) -> Sequence[EndingEvent | SiblingEvent]:
    match referral, command:
        case Stage(facts), RecordSiblingLeft():
            return siblings.leave(facts.children, command)
        case NotDrafted() | Fulfilled() | Withdrawn(), _:
            raise WrongState.of(referral, command)
        case _, WithdrawReferral():
            return withdraw(referral.facts, command)
        case Chosen(), FulfilReferral() if referral.facts.children.are_siblings:
            return siblings.move_in(referral, command)
        case Chosen(), FulfilReferral():
            return fulfil(referral, command)
        case _:
            raise WrongState.of(referral, command)


def withdraw(facts: Facts, command: WithdrawReferral) -> Sequence[EndingEvent]:
    """Call the search off, and with it every offer that is open, the preferred one too."""
    require_may_be_spoken(facts, SpokenAct.WITHDRAWAL, command.by, command.spoken)
    gone = lapsed(facts, LapseReason.REFERRAL_WITHDRAWN)
    said = {**dict(command), "spoken": kept(command.spoken)}
    return [ReferralWithdrawn(**said), *gone]


def lapsed(facts: Facts, reason: LapseReason) -> Sequence[OfferLapsed]:
    """Every offer that is open comes to nothing with the search."""
    return [
        OfferLapsed(offer_id=held.offer.offer_id, provider_id=held.provider_id, reason=reason)
        for held in facts.offers.values()
        if held.is_open()
    ]


def fulfil(chosen: Chosen, command: FulfilReferral) -> Sequence[EndingEvent]:
    """A start is a fact: one ahead of the money and of anybody's word is recorded as a breach."""
    # What is found in house costs nothing that anyone would have to authorise.
    authorised = isinstance(chosen, Authorised | MatchedInHouse)
    word = None if authorised else command.verbal_authority
    allowed = authorised or word is not None
    fulfilled = ReferralFulfilled(
        placement_id=command.placement_id,
        offer_id=chosen.offer_id,
        at=command.at,
        breaches=broken([partial(require_authorised, authorised=allowed)]),
        verbal_authority=word,
    )
    return [fulfilled]
