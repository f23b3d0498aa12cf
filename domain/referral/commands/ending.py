"""How a search ends."""

from domain.referral.codes import WithdrawalReason
from domain.referral.commands.siblings import RecordSiblingLeft
from domain.referral.spoken import Heard
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import CaseId, PlacementId, Subject


class WithdrawReferral(Command):
    """Call the search off; `spoken` where an officer says so by telephone."""

    reason: WithdrawalReason
    text: str | None = None
    by: Subject
    spoken: Heard | None = None


class FulfilReferral(Command):
    """Say that a placement this search led to has started, when it did, and whose it is.

    `verbal_authority` is that on which it went ahead, where it stood in for the money.
    """

    placement_id: PlacementId
    at: When
    verbal_authority: VerbalAuthority | None = None
    case_id: CaseId | None = None


EndingCommand = WithdrawReferral | FulfilReferral | RecordSiblingLeft
