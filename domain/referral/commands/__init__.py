"""What can be asked of a referral, by topic."""

from domain.referral.commands.answers import AnswerCommand
from domain.referral.commands.choice import ChoiceCommand
from domain.referral.commands.closing import ClosingCommand
from domain.referral.commands.copies import CopyCommand
from domain.referral.commands.disclosure import DisclosureCommand
from domain.referral.commands.emergency import EmergencyCommand
from domain.referral.commands.ending import EndingCommand
from domain.referral.commands.evaluation import EvaluationCommand
from domain.referral.commands.funding import FundingCommand
from domain.referral.commands.housed import HousedCommand
from domain.referral.commands.in_house import InHouseCommand
from domain.referral.commands.market import MarketCommand
from domain.referral.commands.offers import OffersCommand
from domain.referral.commands.pausing import PausingCommand
from domain.referral.commands.request import RequestCommand
from domain.referral.commands.search import SearchCommand
from domain.referral.commands.spoken import SpokenCommand
from domain.referral.commands.standing_down import StandProviderDown
from domain.referral.commands.taking_back import TakingBackCommand
from domain.referral.commands.triage import TriageCommand

ReferralCommand = (
    RequestCommand
    | TriageCommand
    | InHouseCommand
    | SearchCommand
    | AnswerCommand
    | OffersCommand
    | MarketCommand
    | EvaluationCommand
    | EmergencyCommand
    | DisclosureCommand
    | TakingBackCommand
    | ChoiceCommand
    | FundingCommand
    | SpokenCommand
    | StandProviderDown
    | EndingCommand
    | HousedCommand
    | CopyCommand
    | ClosingCommand
    | PausingCommand
)

__all__ = ["ReferralCommand"]
