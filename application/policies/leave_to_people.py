"""What only people can do becomes a task, which is settled once it has happened."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability
from application.policies.approvals_left import reconsidered, unanswered
from application.policies.left_by_starts import LEFT_BY_STARTS, left_by
from application.policies.left_by_voids import still_so
from application.policies.told_after_all import told_by_now
from application.shared.casework import Act, Ask
from application.shared.ports import Reads
from application.task.raising import Raising
from domain import placement
from domain.case.errors import CeasingNotApproved
from domain.case.events import (
    CeasedLookedAfter,
    CeasingApproved,
    CeasingRefused,
    CeasingRequested,
    ChildAway,
    ChildDied,
    ChildMissing,
    ChildReturned,
)
from domain.clock.events import ClockBreached
from domain.placement.events import (
    AgreementInForce,
    ApprovalGranted,
    ApprovalRefused,
    ApprovalRequested,
    ApprovalRequestWithdrawn,
    CourtAuthorityRecorded,
    HomeChangedHands,
    MovePlanAsked,
    MovePlanMade,
    NotificationSent,
    PlacementEnded,
    PlacementEndVoided,
    PlacementNotStarted,
    PlacementStarted,
    PlacementStartVoided,
    TerminationNotified,
)
from domain.placement.rules.approvals import NOT_APPROVED
from domain.provider.events import ProviderSuspended
from domain.referral.errors import EnteredOfferNotMade, FundingNotAuthorised, SpokenApprovalNotOwned
from domain.referral.events.award import NoViableOffer, Rung
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.funding import ShareWithdrawn
from domain.referral.events.housed import ChildHoused
from domain.referral.events.market import PackWithdrawn, SearchWidened
from domain.referral.events.offers import EnteredOfferDenied
from domain.referral.events.resharing import SplitAuthorised
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

SETTLES: Mapping[type[Event], tuple[TaskCode, ...]] = {
    PreferredOfferSelected: (codes.DECIDE_ON_UNFILLED,),
    SearchWidened: (codes.DECIDE_ON_UNFILLED,),
    ChildReturned: (codes.CHILD_MISSING,),
    ChildAway: (codes.CHILD_MISSING,),
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
    *LEFT_BY_STARTS,
    *codes.APPROVALS,
)

BY_AN_END = frozenset(SETTLES[PlacementEnded]) | codes.APPROVALS

ASKS: Mapping[type[Event], TaskCode] = {
    # The council pays from then on, and nobody with a limit has said that it may.
    ShareWithdrawn: FundingNotAuthorised.code,
    ChildMissing: codes.CHILD_MISSING,
    ChildDied: codes.TELL_OF_DEATH,
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


@dataclass(frozen=True)
class LeaveToPeople:
    """One policy raises and settles, so that what was done is never read before what asks for it.

    What broke a rule of a home (6-51), a low grade, a lost funder (6-73), a lost message.
    """

    streams: Reads
    name: str = "leave-to-people"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        spoken = told_by_now(recorded) is not None
        asked = bool(_left(recorded)) or _asked(recorded) is not None
        answered = isinstance(recorded.event, ApprovalGranted)
        voided = isinstance(recorded.event, PlacementEndVoided | PlacementStartVoided)
        return spoken or asked or answered or voided or bool(_settled(recorded))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterator[Ask]:
        raising = Raising(self.streams, self.name)
        yield from raising.settled(recorded, *self._settled_for_good(recorded))
        told = told_by_now(recorded)
        if told is not None and (lost := list(told.lost_before(self.streams))):
            yield from raising.settled(recorded, codes.TELEPHONE_PROVIDER, raised_by=lost)
        if (code := _asked(recorded)) is not None:
            yield raising.raised(recorded, code)
        if isinstance(recorded.event, PlacementEndVoided):
            yield from self._waits_again(raising, recorded)
        if isinstance(recorded.event, PlacementStartVoided):
            yield from self._was_another_child(raising, recorded)
        if codes_left := _left(recorded):
            # In one step, for a stream of tasks is written once in an act.
            among = LEFT_BY_STARTS | {codes.RECONSIDER_START} | set(_answered(recorded))
            yield from raising.revised(recorded, about=recorded.stream, now=codes_left, among=among)

    def _waits_again(self, raising: Raising, recorded: Recorded[Any]) -> Iterator[Ask]:
        history = self.streams.read(recorded.stream)
        ends = {each.event_id for each in history.events if isinstance(each.event, PlacementEnded)}
        settled = raising.settled_by(recorded.stream, ends, BY_AN_END)
        again = still_so(settled, history.folded(placement.decider))
        yield from raising.revised(recorded, about=recorded.stream, now=again, among=again)

    def _was_another_child(self, raising: Raising, recorded: Recorded[Any]) -> Iterator[Ask]:
        """Nothing of it is to be done; the DPO judges what was told to whom (6-03)."""
        told = frozenset({codes.DATA_BREACH_TO_JUDGE})
        among = told | set(OF_A_VOIDED_START)
        yield from raising.revised(recorded, about=recorded.stream, now=told, among=among)

    def _settled_for_good(self, recorded: Recorded[Any]) -> tuple[TaskCode, ...]:
        """What a word on the telephone waits for stays though the child has left (R-156)."""
        settled = _settled(recorded)
        if not isinstance(recorded.event, ApprovalGranted | PlacementEnded):
            return settled
        state = self.streams.read(recorded.stream).folded(placement.decider)
        if isinstance(recorded.event, ApprovalGranted):
            return (*settled, *reconsidered(state))
        left = unanswered(state)
        return tuple(code for code in settled if code not in left)


def _left(recorded: Recorded[Any]) -> frozenset[TaskCode]:
    match recorded.event:
        case PlacementStarted() as start:
            return left_by(start)
        case ApprovalRefused(start_stands=True):
            return frozenset({codes.RECONSIDER_START})
        case _:
            return frozenset()


def _answered(recorded: Recorded[Any]) -> tuple[TaskCode, ...]:
    match recorded.event:
        case (
            ApprovalGranted(kind=kind, emergency=False)
            | ApprovalRefused(kind=kind)
            | ApprovalRequestWithdrawn(kind=kind)
        ):
            return (NOT_APPROVED[kind].code,)
        case _:
            return ()


def _settled(recorded: Recorded[Any]) -> tuple[TaskCode, ...]:
    if _left(recorded):
        return ()
    match recorded.event:
        case ApprovalGranted() | ApprovalRefused() | ApprovalRequestWithdrawn():
            return _answered(recorded)
        case CeasingApproved() | CeasingRefused() | CeasedLookedAfter():
            return (CeasingNotApproved.code,)
        case PlacementEnded() | PlacementNotStarted() as over:
            return (*SETTLES.get(type(over), ()), *codes.APPROVALS)
        case event:
            return SETTLES.get(type(event), ())


def _asked(recorded: Recorded[Any]) -> TaskCode | None:
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
