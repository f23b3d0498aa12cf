"""The steps a referral may take; each topic's `decide` is its table of transitions."""

from collections.abc import Callable, Sequence
from typing import Any

from domain.referral.commands import (
    AnswerCommand,
    ChoiceCommand,
    ClosingCommand,
    CopyCommand,
    DisclosureCommand,
    EmergencyCommand,
    EndingCommand,
    EvaluationCommand,
    FundingCommand,
    HousedCommand,
    InHouseCommand,
    MarketCommand,
    OffersCommand,
    PausingCommand,
    ReferralCommand,
    RequestCommand,
    SearchCommand,
    SpokenCommand,
    StandProviderDown,
    TakingBackCommand,
    TriageCommand,
)
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
