"""The steps a referral may take; each topic's `decide` is its table of transitions."""

from collections.abc import Sequence

from domain.referral.commands import (
    AnswerCommand,
    ChoiceCommand,
    CopyCommand,
    FundingCommand,
    InHouseCommand,
    MarketCommand,
    OffersCommand,
    ReferralCommand,
    RequestCommand,
    SearchCommand,
    StandProviderDown,
    TriageCommand,
)
from domain.referral.decisions import (
    answers,
    choice,
    copies,
    ending,
    funding,
    in_house,
    market,
    offers,
    request,
    search,
    standing_down,
    triage,
)
from domain.referral.events import ReferralEvent
from domain.referral.stages import Referral


def decide(referral: Referral, command: ReferralCommand) -> Sequence[ReferralEvent]:
    """Turn a command into the events it causes, or refuse it."""
    if isinstance(command, RequestCommand):
        return request.decide(referral, command)
    if isinstance(command, TriageCommand):
        return triage.decide(referral, command)
    if isinstance(command, InHouseCommand):
        return in_house.decide(referral, command)
    if isinstance(command, SearchCommand):
        return search.decide(referral, command)
    if isinstance(command, AnswerCommand):
        return answers.decide(referral, command)
    if isinstance(command, OffersCommand):
        return offers.decide(referral, command)
    if isinstance(command, MarketCommand):
        return market.decide(referral, command)
    if isinstance(command, ChoiceCommand):
        return choice.decide(referral, command)
    if isinstance(command, FundingCommand):
        return funding.decide(referral, command)
    if isinstance(command, StandProviderDown):
        return standing_down.decide(referral, command)
    if isinstance(command, CopyCommand):
        return copies.decide(referral, command)
    return ending.decide(referral, command)


__all__ = ["decide"]
