"""What a search is after each event: each topic remembers its own."""

from domain.referral import paying
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import AnswerEvent
from domain.referral.events.award import AwardEvent
from domain.referral.events.choice import ChoiceEvent
from domain.referral.events.closing import ClosingEvent
from domain.referral.events.emergency import EmergencyEvent
from domain.referral.events.evaluation import EvaluationEvent
from domain.referral.events.funding import FundingEvent
from domain.referral.events.housed import HousedEvent
from domain.referral.events.in_house import InHouseEvent
from domain.referral.events.market import MarketEvent
from domain.referral.events.offers import OfferEvent
from domain.referral.events.request import RequestEvent
from domain.referral.events.search import SearchEvent
from domain.referral.events.siblings import SiblingEvent
from domain.referral.events.triage import TriageEvent
from domain.referral.stages import (
    Referral,
)
from domain.referral.state.beside import BesideEvent, approved, beside
from domain.referral.state.choosing import chosen
from domain.referral.state.ending import closed, ended
from domain.referral.state.market import answered, evaluated, moved, of_offer
from domain.referral.state.requesting import in_house, towards_publication, triaged
from domain.shared.errors import CorruptHistory


def evolve(referral: Referral, event: ReferralEvent) -> Referral:
    """Remember an event. What happened is not argued with."""
    try:
        return approved(_after(referral, event), event)
    except KeyError:
        # It speaks of an invitation or an offer that was never made.
        raise CorruptHistory(referral, event) from None


def _after(referral: Referral, event: ReferralEvent) -> Referral:
    if isinstance(event, RequestEvent | SearchEvent):
        return towards_publication(referral, event)
    if isinstance(event, TriageEvent):
        return triaged(referral, event)
    if isinstance(event, InHouseEvent):
        return in_house(referral, event)
    if isinstance(event, AnswerEvent):
        return answered(referral, event)
    if isinstance(event, OfferEvent):
        return of_offer(referral, event)
    if isinstance(event, MarketEvent | EmergencyEvent):
        return moved(referral, event)
    if isinstance(event, EvaluationEvent | AwardEvent):
        return evaluated(referral, event)
    if isinstance(event, ChoiceEvent | SiblingEvent):
        return chosen(referral, event)
    if isinstance(event, FundingEvent):
        return paying.funded(referral, event)
    if isinstance(event, BesideEvent):
        return beside(referral, event)
    if isinstance(event, ClosingEvent | HousedEvent):
        return closed(referral, event)
    return ended(referral, event)
