"""What sees to a task that waits for people: most often what happened in the stream it is about."""

from collections.abc import Mapping
from typing import Any

from application.policies.asked_of_people import waits_after
from application.policies.left_by_starts import LEFT_BY_STARTS
from domain.case.errors import CeasingNotApproved
from domain.case.events import (
    CeasedLookedAfter,
    CeasingApproved,
    CeasingRefused,
)
from domain.placement.events import (
    AgreementInForce,
    ApprovalGranted,
    ApprovalRefused,
    ApprovalRequestWithdrawn,
    CourtAuthorityRecorded,
    MovePlanMade,
    PlacementEnded,
    PlacementNotStarted,
    PlacementStarted,
)
from domain.placement.rules.approvals import NOT_APPROVED
from domain.provider.events import ProviderSuspended
from domain.referral.errors import FundingNotAuthorised
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.market import SearchWidened
from domain.referral.events.resharing import SplitAuthorised
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.task import codes
from domain.task.codes import TaskCode

SETTLES: Mapping[type[Event], tuple[TaskCode, ...]] = {
    PreferredOfferSelected: (codes.DECIDE_ON_UNFILLED,),
    SearchWidened: (codes.DECIDE_ON_UNFILLED,),
    AgreementInForce: (codes.NOVATE_AGREEMENT,),
    ProviderSuspended: (codes.DECIDE_ON_SUSPENSION,),
    MovePlanMade: (codes.PLAN_MOVE, codes.LOOK_AT_UNREGISTERED_HOME),
    CourtAuthorityRecorded: (codes.NO_COURT_AUTHORITY,),
    ReferralFulfilled: (codes.DECIDE_ON_SEARCH,),
    ReferralWithdrawn: (codes.DECIDE_ON_SEARCH, codes.DECIDE_ON_UNFILLED),
    ReferralClosedUnfilled: (codes.DECIDE_ON_SEARCH, codes.DECIDE_ON_UNFILLED),
    PlacementEnded: (
        codes.PLAN_MOVE,
        codes.NOVATE_AGREEMENT,
        codes.NO_COURT_AUTHORITY,
        *LEFT_BY_STARTS,
    ),
    PlacementNotStarted: (codes.RECONSIDER_START,),
    PlacementStarted: (codes.RECONSIDER_START,),
    SplitAuthorised: (FundingNotAuthorised.code,),
}
"""Which tasks about the same stream are seen to by what happens in it."""

OF_A_VOIDED_START = (
    codes.PLAN_MOVE,
    codes.NOVATE_AGREEMENT,
    codes.RECONSIDER_START,
    codes.NO_COURT_AUTHORITY,
    codes.PROVIDERS_WORD_TO_JUDGE,
    *LEFT_BY_STARTS,
    *codes.APPROVALS,
)

BY_AN_END = frozenset(SETTLES[PlacementEnded]) | codes.APPROVALS


def settled_by(recorded: Recorded[Any]) -> tuple[TaskCode, ...]:
    """The codes of what is seen to by an event."""
    if waits_after(recorded):
        return ()
    match recorded.event:
        case ApprovalGranted() | ApprovalRefused() | ApprovalRequestWithdrawn():
            return answered_by(recorded)
        case CeasingApproved() | CeasingRefused() | CeasedLookedAfter():
            return (CeasingNotApproved.code,)
        case PlacementEnded() | PlacementNotStarted() as over:
            return (*SETTLES.get(type(over), ()), *codes.APPROVALS)
        case event:
            return SETTLES.get(type(event), ())


def answered_by(recorded: Recorded[Any]) -> tuple[TaskCode, ...]:
    """What waited for a word on an approval; one given in an emergency is not its answer yet."""
    match recorded.event:
        case (
            ApprovalGranted(kind=kind, emergency=False)
            | ApprovalRefused(kind=kind)
            | ApprovalRequestWithdrawn(kind=kind)
        ):
            return (NOT_APPROVED[kind].code,)
        case _:
            return ()
