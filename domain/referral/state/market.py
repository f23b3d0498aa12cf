"""What providers are shown, what they answer, and how that is judged."""

from dataclasses import replace

from domain.referral.events.answers import AnswerEvent, ResponsesClosed
from domain.referral.events.award import AwardEvent, NoViableOffer
from domain.referral.events.emergency import EmergencyEvent, InformationSupplied, PackReleased
from domain.referral.events.evaluation import EvaluationEvent
from domain.referral.events.market import MarketEvent, ReferralAmended, SearchWidened
from domain.referral.events.offers import OfferEvent
from domain.referral.judging import judged
from domain.referral.stages import (
    ApprovedForExternalSearch,
    Asked,
    Evaluating,
    NoneViable,
    Published,
    Referral,
)
from domain.referral.state import invitations, offers, packs
from domain.referral.state.on_the_market import on_the_market
from domain.shared.errors import CorruptHistory


def _in_an_emergency(referral: Referral, event: EmergencyEvent) -> Referral:
    match referral, event:
        case Asked(facts), InformationSupplied():
            return replace(referral, facts=packs.supplied(facts, event))
        case Asked(facts), PackReleased():
            return replace(referral, facts=packs.released(facts, event))
        case Asked(), _:
            return referral
        case _:
            raise CorruptHistory(referral, event)


def moved(referral: Referral, event: MarketEvent | EmergencyEvent) -> Referral:
    if isinstance(event, EmergencyEvent):
        return _in_an_emergency(referral, event)
    match referral, event:
        case Published(facts) | Evaluating(facts), SearchWidened():
            tried = replace(facts, judging=replace(facts.judging, rung_tried=True))
            return Published(on_the_market(tried, event))
        case Evaluating(facts), ReferralAmended():
            return Published(on_the_market(facts, event))
        case Asked(facts), _:
            return replace(referral, facts=on_the_market(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def answered(referral: Referral, event: AnswerEvent) -> Referral:
    match referral, event:
        case Published(facts), ResponsesClosed():
            return Evaluating(facts)
        case _, ResponsesClosed():
            raise CorruptHistory(referral, event)
        case Asked(facts), answer:
            return replace(referral, facts=invitations.answered(facts, answer))
        case _:
            raise CorruptHistory(referral, event)


def of_offer(referral: Referral, event: OfferEvent) -> Referral:
    match referral:
        case Asked(facts):
            return replace(referral, facts=offers.of_offer(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def evaluated(referral: Referral, event: EvaluationEvent | AwardEvent) -> Referral:
    if isinstance(event, EvaluationEvent):
        if not isinstance(referral, ApprovedForExternalSearch | Asked):
            raise CorruptHistory(referral, event)
        judging = judged(referral.facts.judging, event)
        return replace(referral, facts=replace(referral.facts, judging=judging))
    match referral, event:
        case Evaluating(facts), NoViableOffer(next_rung=rung):
            judging = replace(facts.judging, rung=rung, rung_tried=False)
            return NoneViable(replace(facts, judging=judging))
        case Evaluating(), _:
            return referral
        case _:
            raise CorruptHistory(referral, event)
