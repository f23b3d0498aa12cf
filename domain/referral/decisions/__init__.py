"""The steps a referral may take; each topic's `decide` is its table of transitions."""

from collections.abc import Callable, Sequence
from typing import Any

from domain.referral.commands import ReferralCommand
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
from domain.referral.decisions import (
    answers,
    choice,
    closing,
    copies,
    disclosure,
    emergency,
    ending,
    evaluation,
    funding,
    housed,
    in_house,
    market,
    offers,
    pausing,
    request,
    search,
    spoken,
    standing_down,
    taking_back,
    triage,
)
from domain.referral.events import ReferralEvent
from domain.referral.rules.pausing import require_not_paused
from domain.referral.stages import Referral

TOPICS: Sequence[tuple[Any, Callable[[Referral, Any], Sequence[ReferralEvent]]]] = (
    (RequestCommand, request.decide),
    (TriageCommand, triage.decide),
    (InHouseCommand, in_house.decide),
    (SearchCommand, search.decide),
    (AnswerCommand, answers.decide),
    (OffersCommand, offers.decide),
    (EmergencyCommand, emergency.decide),
    (DisclosureCommand, disclosure.decide),
    (MarketCommand, market.decide),
    (TakingBackCommand, taking_back.decide),
    (EvaluationCommand, evaluation.decide),
    (ChoiceCommand, choice.decide),
    (FundingCommand, funding.decide),
    (SpokenCommand, spoken.decide),
    (StandProviderDown, standing_down.decide),
    (CopyCommand, copies.decide),
    (ClosingCommand, closing.decide),
    (EndingCommand, ending.decide),
    (HousedCommand, housed.decide),
    (PausingCommand, pausing.decide),
)
"""Which table answers which commands. Every command is in one of them: a test says so."""


def decide(referral: Referral, command: ReferralCommand) -> Sequence[ReferralEvent]:
    """Turn a command into the events it causes, or refuse it."""
    require_not_paused(referral, command)
    topic = next(decide_topic for commands, decide_topic in TOPICS if isinstance(command, commands))
    return topic(referral, command)


__all__ = ["decide"]
