"""Whose money is spoken of: that of the chosen offer, or of who lives in a home let go since."""

from dataclasses import replace

from domain.referral.commands.funding import FundingCommand, RequestFunding
from domain.referral.events.housed import StayJoined
from domain.referral.facts import Facts
from domain.referral.living import Living, LivingThere, asked_for
from domain.referral.stages import (
    Authorised,
    AwaitingFunding,
    Chosen,
    Fulfilled,
    MatchedInHouse,
    Referral,
    Stage,
)
from domain.shared.errors import NotFound
from domain.shared.vocabulary import OfferId


def keeping_homes(chosen: Chosen) -> Chosen:
    """The search as its choice is let go: who has moved in already lives there still (R-106)."""
    facts, children = chosen.facts, chosen.facts.children
    there = frozenset(number for number in children.sought if number in children.moved_in)
    if not there or isinstance(chosen, MatchedInHouse):
        return chosen
    money = chosen.money if isinstance(chosen, Authorised) else None
    home = LivingThere(chosen.offer_id, there, money)
    return replace(chosen, facts=replace(facts, living=(*facts.living, home)))


def with_stay(facts: Facts, stay: StayJoined) -> Facts:
    """A stay that is over is paid like the home of who moved in by an offer that was let go."""
    if any(each.offer_id == stay.offer_id for each in facts.living):
        return facts
    home = LivingThere(stay.offer_id, frozenset({stay.child}))
    return replace(facts, living=(*facts.living, home))


def addressed(referral: Referral, command: FundingCommand) -> Referral:
    """The search as a command about money means it; itself, where there is but its own."""
    if not isinstance(referral, Stage):
        return referral
    if isinstance(command, RequestFunding) and command.offer_id is not None:
        return _named(referral, command.offer_id)
    if not referral.facts.living:
        return referral
    if isinstance(command, RequestFunding):
        home = asked_for(_elsewhere(referral), command.plan)
    else:
        home = _answered_for(referral)
    if home is None and not isinstance(referral, Chosen):
        home = referral.facts.living[-1]
    return referral if home is None else as_fulfilled(referral, home)


def _named(referral: Referral, offer_id: OfferId) -> Referral:
    """The home that is named, of the chosen offer or of another that somebody lived in."""
    home = home_of(referral, offer_id)
    if isinstance(referral, Stage) and home is not None:
        return as_fulfilled(referral, home)
    if not isinstance(referral, Chosen) or referral.offer_id != offer_id:
        raise NotFound("Nobody lives or lived here under the offer that is named.")
    return referral


def waiting(referral: Stage) -> Stage:
    """The search as whoever is to authorise its money means it."""
    home = _answered_for(referral)
    return referral if home is None else as_fulfilled(referral, home)


def _answered_for(referral: Stage) -> LivingThere | None:
    """What waits for an answer goes before what is paid; the search's own before the others."""
    own = isinstance(referral, AwaitingFunding | Fulfilled) and referral.pending is not None
    asked = next((each for each in _elsewhere(referral) if each.pending is not None), None)
    if own or asked is not None:
        return None if own else asked
    if isinstance(referral, Chosen):
        return None
    return next((each for each in reversed(referral.facts.living) if each.money), None)


def _elsewhere(referral: Stage) -> Living:
    """The homes of offers other than the one that is chosen now."""
    if not isinstance(referral, Chosen):
        return referral.facts.living
    return tuple(e for e in referral.facts.living if e.offer_id != referral.offer_id)


def home_of(referral: Referral, offer_id: OfferId) -> LivingThere | None:
    """Who lives there under an offer that is no longer the chosen one."""
    if not isinstance(referral, Stage):
        return None
    return next((each for each in _elsewhere(referral) if each.offer_id == offer_id), None)


def as_fulfilled(referral: Stage, home: LivingThere) -> Fulfilled:
    """As though the search had been for those alone, and were over with them."""
    children = referral.facts.children
    others = frozenset(children.by_number) - home.children
    facts = replace(referral.facts, children=replace(children, left=others))
    funded = home.money is not None
    return Fulfilled(facts, home.offer_id, funded, home.money, home.pending)
