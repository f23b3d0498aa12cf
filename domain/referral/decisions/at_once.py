"""In an emergency the first offer that will do is chosen, whoever might still answer (R-103)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import reduce

from domain.referral.decisions.answers import silence
from domain.referral.events.answers import AnswerEvent, ResponsesClosed
from domain.referral.events.choice import Skipped
from domain.referral.events.offers import LateOfferAdmitted
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer, Standing
from domain.referral.rules.evaluation import is_unweighed
from domain.referral.state.offers import of_offer
from domain.shared.vocabulary import ProviderId, Subject


def closed_early(facts: Facts, now: datetime) -> Sequence[AnswerEvent]:
    """Nobody is waited for any more. Silent is only who had time and something to read."""
    over = [
        silence(each)
        for each in facts.invitations.values()
        if each.answer is None and each.is_late(now) and facts.pack is not None
    ]
    return [*over, ResponsesClosed()]


def still_in_time(facts: Facts, now: datetime) -> tuple[ProviderId, ...]:
    """Who has not answered and still might, by the window that was promised."""
    asked = facts.invitations.values()
    return tuple(e.provider_id for e in asked if e.answer is None and not e.is_late(now))


def skipped_by(
    facts: Facts, held: HeldOffer, cut_short: Sequence[ProviderId], *, lived_in: bool = False
) -> Iterator[Skipped]:
    """What the choice did not wait for: said with it, so that somebody catches up on it."""
    if cut_short:
        yield Skipped.COMPETITION_TIMING
    if is_unweighed(facts, held, lived_in=lived_in):
        yield Skipped.IMPACT_ASSESSMENT
    if held.at_once:
        yield Skipped.LATE_OFFER_ADMISSION


def admitted_at_once(facts: Facts, by: Subject) -> Sequence[LateOfferAdmitted]:
    """In an emergency every late offer may be chosen: nobody is awake who would admit it (R-103).

    Each still counts as late.
    """
    if not facts.emergency:
        return []
    told = {"reason": "Chosen from at once, in an emergency.", "by": by, "at_once": True}
    return [
        LateOfferAdmitted(offer_id=held.offer.offer_id, provider_id=held.provider_id, **told)
        for held in facts.offers.values()
        if held.standing is Standing.LATE
    ]


def with_late_ones(facts: Facts, admitted: Sequence[LateOfferAdmitted]) -> Facts:
    return reduce(of_offer, admitted, facts)
