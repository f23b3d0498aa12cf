"""What can happen to a referral, by topic."""

from domain.referral.events.answers import AnswerEvent
from domain.referral.events.award import AwardEvent
from domain.referral.events.choice import ChoiceEvent
from domain.referral.events.closing import ClosingEvent
from domain.referral.events.copies import CopyEvent
from domain.referral.events.disclosure import DisclosureEvent
from domain.referral.events.emergency import EmergencyEvent
from domain.referral.events.ending import EndingEvent
from domain.referral.events.evaluation import EvaluationEvent
from domain.referral.events.funding import FundingEvent
from domain.referral.events.housed import HousedEvent
from domain.referral.events.in_house import InHouseEvent
from domain.referral.events.market import MarketEvent
from domain.referral.events.offers import OfferEvent
from domain.referral.events.pausing import PausingEvent
from domain.referral.events.request import RequestEvent
from domain.referral.events.search import SearchEvent
from domain.referral.events.siblings import SiblingEvent
from domain.referral.events.spoken import SpokenEvent
from domain.referral.events.taking_back import TakingBackEvent
from domain.referral.events.triage import TriageEvent

ReferralEvent = (
    RequestEvent
    | TriageEvent
    | InHouseEvent
    | SearchEvent
    | AnswerEvent
    | OfferEvent
    | MarketEvent
    | EvaluationEvent
    | EmergencyEvent
    | DisclosureEvent
    | TakingBackEvent
    | AwardEvent
    | ChoiceEvent
    | FundingEvent
    | SiblingEvent
    | SpokenEvent
    | EndingEvent
    | HousedEvent
    | CopyEvent
    | ClosingEvent
    | PausingEvent
)

__all__ = ["ReferralEvent"]
