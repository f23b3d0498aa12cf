"""What a paused search waits with, and how long a pause may be said to last (R-55)."""

from datetime import date
from typing import Final

from domain.referral.commands import ReferralCommand
from domain.referral.commands.choice import DirectAward, SelectPreferredOffer
from domain.referral.commands.funding import AuthoriseFunding, RequestFunding
from domain.referral.commands.in_house import ApproveInHouseBypass, RecordInHouseMatch
from domain.referral.commands.market import WidenSearch
from domain.referral.commands.request import AcceptReferral
from domain.referral.commands.search import (
    ApproveExternalSearch,
    PublishReferral,
    RecordInHouseExhausted,
    StartInHouseSearch,
)
from domain.referral.commands.triage import ReturnReferral
from domain.referral.stages import Fulfilled, Referral, Stage, Withdrawn
from domain.shared.errors import WrongState

TAKES_FURTHER: Final = (
    AcceptReferral,
    ReturnReferral,
    StartInHouseSearch,
    RecordInHouseMatch,
    RecordInHouseExhausted,
    ApproveInHouseBypass,
    ApproveExternalSearch,
    PublishReferral,
    WidenSearch,
    SelectPreferredOffer,
    DirectAward,
    RequestFunding,
    AuthoriseFunding,
)
"""The decisions that take a search further. What happens, and what others say, is none."""


def require_not_paused(referral: Referral, command: ReferralCommand) -> None:
    """Refuse to take a paused search further. Facts are taken all the same."""
    if not isinstance(command, TAKES_FURTHER) or not isinstance(referral, Stage):
        return
    day = referral.facts.paused_until
    if day is not None and not isinstance(referral, Fulfilled | Withdrawn):
        raise WrongState(f"The search is paused until {day}; resume it first.", state="Paused")


def require_day_to_come(resume_on: date, today: date) -> None:
    if resume_on <= today:
        raise WrongState("A pause ends on a day that is still to come.")
