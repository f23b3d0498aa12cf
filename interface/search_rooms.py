"""What the routes of a search reach, by what is done there."""

from dataclasses import dataclass

from application.referral.answering import AnsweringHandlers
from application.referral.choice import ChoiceHandlers, LettingGoHandlers
from application.referral.comparison import Comparing
from application.referral.copies import CopyHandlers
from application.referral.disclosure import DisclosureHandlers
from application.referral.emergency import EmergencyHandlers
from application.referral.entered import EnteredHandlers
from application.referral.evaluation import EvaluationHandlers
from application.referral.funding_view import FundingViews
from application.referral.in_house import InHouseHandlers
from application.referral.joining import JoiningHandlers
from application.referral.market import MarketHandlers
from application.referral.money import MoneyHandlers
from application.referral.packs_seen import PackRecords
from application.referral.parting import PartingHandlers
from application.referral.pausing import PausingHandlers
from application.referral.publishing import PublishingHandlers
from application.referral.queries import OwnInvitations
from application.referral.queue import Queue
from application.referral.request import RequestHandlers
from application.referral.resharing import ResharingHandlers
from application.referral.shares import ShareHandlers
from application.referral.spoken import SpokenHandlers
from application.referral.standing_offers import OfferHandlers
from application.referral.triage import TriageHandlers
from application.referral.view.reading import ReferralViews


@dataclass(frozen=True)
class AskingRooms:
    """The request, and the council's own homes first."""

    requests: RequestHandlers
    triage: TriageHandlers
    pausing: PausingHandlers
    in_house: InHouseHandlers
    spoken: SpokenHandlers
    parting: PartingHandlers


@dataclass(frozen=True)
class MarketRooms:
    """Who is asked, what they are shown, and what they answer."""

    publishing: PublishingHandlers
    market: MarketHandlers
    emergency: EmergencyHandlers
    disclosure: DisclosureHandlers
    answering: AnsweringHandlers
    offers: OfferHandlers
    entered: EnteredHandlers
    copies: CopyHandlers


@dataclass(frozen=True)
class ChoosingRooms:
    """How offers are judged, one is preferred or let go, and paid for."""

    evaluation: EvaluationHandlers
    comparing: Comparing
    choices: ChoiceHandlers
    letting_go: LettingGoHandlers
    joining: JoiningHandlers
    money: MoneyHandlers
    shares: ShareHandlers
    resharing: ResharingHandlers


@dataclass(frozen=True)
class LookedUpRooms:
    """What can be read of searches."""

    queue: Queue
    views: ReferralViews
    invitations: OwnInvitations
    packs: PackRecords
    funding: FundingViews


@dataclass(frozen=True)
class SearchRooms(AskingRooms, MarketRooms, ChoosingRooms, LookedUpRooms):
    """Finding a home: the request, who is asked, what they answer, the choice, the money."""
