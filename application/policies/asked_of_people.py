"""What asks people for something: events that do whatever they say, and those that may."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from application.clock.owners import capability
from application.policies.left_by_starts import left_by
from domain.case.errors import CeasingNotApproved
from domain.case.events import CeasingRequested, ChildDied
from domain.clock.events import ClockBreached
from domain.placement.events import (
    ApprovalRefused,
    ApprovalRequested,
    HomeChangedHands,
    MovePlanAsked,
    NotificationSent,
    PlacementStarted,
    ProviderWordKept,
    TerminationNotified,
)
from domain.placement.rules.approvals import NOT_APPROVED
from domain.referral.errors import EnteredOfferNotMade, FundingNotAuthorised, SpokenApprovalNotOwned
from domain.referral.events.award import NoViableOffer, Rung
from domain.referral.events.funding import ShareWithdrawn
from domain.referral.events.housed import ChildHoused
from domain.referral.events.market import PackWithdrawn
from domain.referral.events.offers import EnteredOfferDenied
from domain.referral.events.siblings import SiblingLeft
from domain.referral.events.spoken import SpokenApprovalDenied
from domain.referral.events.taking_back import AnswerTakenBack, InformationTakenBack
from domain.setting.events.life import InspectionRecorded
from domain.setting.events.places import ReturnEscalated
from domain.shared.clock_catalogue import C_SECURE_72
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.task import codes
from domain.task.codes import TaskCode
from domain.telling.events import MessageNotDelivered

ASKS: Mapping[type[Event], TaskCode] = {
    # The council pays from then on, and nobody with a limit has said that it may.
    ShareWithdrawn: FundingNotAuthorised.code,
    ChildDied: codes.TELL_OF_DEATH,
    ProviderWordKept: codes.PROVIDERS_WORD_TO_JUDGE,
    SpokenApprovalDenied: SpokenApprovalNotOwned.code,
    EnteredOfferDenied: EnteredOfferNotMade.code,
    ChildHoused: codes.DECIDE_ON_SEARCH,
    PackWithdrawn: codes.DATA_BREACH_TO_JUDGE,
    AnswerTakenBack: codes.DATA_BREACH_TO_JUDGE,
    InformationTakenBack: codes.DATA_BREACH_TO_JUDGE,
    MessageNotDelivered: codes.TELEPHONE_PROVIDER,
    MovePlanAsked: codes.PLAN_MOVE,
    ReturnEscalated: codes.DECIDE_ON_RETURN,
}
"""What asks for something whatever it says."""


def asked_by(recorded: Recorded[Any]) -> TaskCode | None:
    """The code of what is to be done because of an event, if anything is."""
    match recorded.event:
        case event if type(event) in ASKS:
            return ASKS[type(event)]
        case ClockBreached(code=code, closed_at=None) if code == C_SECURE_72:
            return codes.NO_COURT_AUTHORITY
        case CeasingRequested():
            return CeasingNotApproved.code
        case ApprovalRequested(kind=kind):
            return NOT_APPROVED[kind].code
        case NoViableOffer(next_rung=Rung.SENIOR_MANAGER):
            return codes.DECIDE_ON_UNFILLED
        case SiblingLeft(staying=staying) if staying:
            return codes.PLAN_CONTACT
        case HomeChangedHands(has_agreement=True):
            return codes.NOVATE_AGREEMENT
        case InspectionRecorded(below_threshold=True):
            return codes.DECIDE_ON_SUSPENSION
        case NotificationSent() | TerminationNotified():
            return next(_broken(recorded), None)
        case _ if capability(recorded.stream) == "setting":
            return next(_broken(recorded), None)
        case _:
            return None


def _broken(recorded: Recorded[Any]) -> Iterator[TaskCode]:
    breaches: Iterable[Any] = getattr(recorded.event, "breaches", ())
    return (breach.code for breach in breaches)


def waits_after(recorded: Recorded[Any]) -> frozenset[TaskCode]:
    """What people have to see to after a start, or about one that stands though it was refused."""
    match recorded.event:
        case PlacementStarted() as start:
            return left_by(start)
        case ApprovalRefused(start_stands=True):
            return frozenset({codes.RECONSIDER_START})
        case _:
            return frozenset()
