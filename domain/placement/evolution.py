"""How a placement remembers. What happened is not argued with: no rule is checked here."""

from dataclasses import replace

from domain.placement.agreement import Agreement, Drafted, InForce, Issued
from domain.placement.approving import Approvals
from domain.placement.approving_remembered import approvals_after
from domain.placement.carers import Carers
from domain.placement.errors import EndNotOwned
from domain.placement.events import (
    AgreementDrafted,
    AgreementEvent,
    AgreementInForce,
    AgreementIssued,
    AgreementSigned,
    ApprovalEvent,
    AreaAuthorityNotified,
    CarersApproved,
    HomeChangedHands,
    HomeRegistrationLapsed,
    ImmediateTermination,
    IntroductoryVisitHeld,
    JoinedToSearch,
    MovePlanAsked,
    MovePlanMade,
    NotificationEvent,
    PackageReviewHeld,
    PlacementEnded,
    PlacementEvent,
    PlacementNotStarted,
    PlacementPlanPrepared,
    PlacementPlanSigned,
    PlacementProposed,
    PlacementStarted,
    ProviderMeetingHeld,
    ProviderNoticeReceived,
    Recategorised,
    RecipientExcluded,
    RiskReviewAsked,
    RiskReviewHeld,
    StabilityEvent,
    StartAgreed,
    StartCorrected,
    VisitEvent,
)
from domain.placement.notices import NOTICE_EVENTS, NoticeEvent, remembered, running
from domain.placement.notifying import LeftOut
from domain.placement.state import (
    Active,
    AwaitingStart,
    Begun,
    Current,
    Ended,
    Known,
    NotProposed,
    NotStarted,
    Particulars,
    Placement,
    Plan,
    Proposed,
    ToCome,
    UnderNotice,
)
from domain.shared.errors import CorruptHistory
from domain.shared.moments import london_day


def evolve(placement: Placement, event: PlacementEvent) -> Placement:
    """Remember an event."""
    match placement, event:
        case NotProposed(), PlacementProposed():
            return Proposed(_put_forward(event))
        case NotProposed(), PlacementStarted():
            return _begin(Particulars(arrangement=event, begins_on=london_day(event.at)), event)
        case Begun(), PlacementStarted():
            raise CorruptHistory(placement, event)
        case Known(), PlacementStarted():
            return _begin(placement.particulars, event)
        case Proposed(), StartAgreed():
            particulars = replace(placement.particulars, begins_on=london_day(event.starts_at))
            return AwaitingStart(particulars, event.funding, event.verbal_authority)
        case ToCome(), PlacementNotStarted():
            return NotStarted(placement.particulars)
        case Begun(), _:
            return _evolve_begun(placement, event)
        case Known(), _:
            return replace(placement, particulars=_prepare(placement, event))
        case _:
            raise CorruptHistory(placement, event)


def _put_forward(event: PlacementProposed) -> Particulars:
    return Particulars(arrangement=event, begins_on=event.starts_on, proposed_by=event.by)


def _begin(particulars: Particulars, start: PlacementStarted) -> Placement:
    """What was approved is forgotten where the child went elsewhere: it was of another home.

    Whoever recorded that put the child there, as did who recorded what nobody had proposed.
    """
    same = particulars.arrangement.setting_id == start.setting_id
    moved_in = replace(
        particulars,
        arrangement=start,
        begins_on=london_day(start.at),
        proposed_by=(particulars.proposed_by if same else None) or start.by,
        approvals=particulars.approvals if same else Approvals(),
    )
    return Active(moved_in, start.at)


def _evolve_begun(placement: Begun, event: PlacementEvent) -> Placement:
    match placement, event:
        case _, StartCorrected():
            particulars = replace(placement.particulars, begins_on=london_day(event.at))
            return replace(placement, particulars=particulars, started_at=event.at)
        case Ended(), ImmediateTermination():
            return replace(placement, to_be_owned=False)
        case _, PackageReviewHeld() | ImmediateTermination():
            return placement
        case _ if isinstance(event, VisitEvent | StabilityEvent):
            return placement
        case Current(), _ if isinstance(event, NOTICE_EVENTS):
            return _with_notice(placement, event)
        case Ended(), ProviderNoticeReceived():
            return placement
        case Current(), PlacementEnded():
            owed = any(each.code == EndNotOwned.code for each in event.breaches)
            return Ended(placement.particulars, placement.started_at, event.at, owed)
        case _:
            return replace(placement, particulars=_prepare(placement, event))


def _with_notice(placement: Current, event: NoticeEvent) -> Current:
    """Under notice while any runs; once the last was taken back, as before."""
    notices = remembered(placement.notices, event)
    kind = UnderNotice if any(running(notices)) else Active
    return kind(placement.particulars, placement.started_at, notices)


NOTHING_TO_REMEMBER = HomeRegistrationLapsed | HomeChangedHands | NotificationEvent
"""Facts on which no decision of the placement rests."""


def _prepare(placement: Known, event: PlacementEvent) -> Particulars:
    particulars = placement.particulars
    match event:
        case ProviderMeetingHeld():
            met = particulars.met_provider or event.is_of_both()
            return replace(particulars, met_provider=met)
        case IntroductoryVisitHeld():
            return replace(particulars, visited=True)
        case _ if isinstance(event, ApprovalEvent | AreaAuthorityNotified):
            return replace(particulars, approvals=approvals_after(particulars.approvals, event))
        case CarersApproved():
            carers = Carers(temporary=event.temporary, since=event.from_)
            return replace(particulars, carers=carers)
        case JoinedToSearch():
            names = ("referral_id", "offer_id", "lot")
            joined = {name: getattr(event, name) for name in names}
            arrangement = particulars.arrangement.model_copy(update=joined)
            return replace(particulars, arrangement=arrangement)
        case Recategorised():
            return _recategorised(particulars, event)
        case RiskReviewAsked() | RiskReviewHeld():
            return replace(particulars, risk_review_owed=isinstance(event, RiskReviewAsked))
        case MovePlanAsked() | MovePlanMade():
            return replace(particulars, move_plan_owed=isinstance(event, MovePlanAsked))
        case PlacementPlanPrepared() | PlacementPlanSigned():
            return replace(particulars, plan=_plan(particulars.plan, event))
        case RecipientExcluded():
            left_out = LeftOut(recipient=event.recipient, why=event.why, on=event.on)
            return replace(particulars, left_out=(*particulars.left_out, left_out))
        case _ if isinstance(event, NOTHING_TO_REMEMBER):
            return particulars
        case AgreementDrafted() | AgreementIssued() | AgreementSigned() | AgreementInForce():
            agreement = _evolve_agreement(particulars.agreement, event)
            return replace(particulars, agreement=agreement)
        case _:
            raise CorruptHistory(placement, event)


def _plan(plan: Plan | None, event: PlacementPlanPrepared | PlacementPlanSigned) -> Plan | None:
    if isinstance(event, PlacementPlanPrepared):
        return Plan(version=event.version, prepared_on=event.on)
    return replace(plan, signed=True) if plan and plan.version == event.version else plan


def _recategorised(particulars: Particulars, event: Recategorised) -> Particulars:
    """In another lot, and without an agreement until the next is made, as after an emergency."""
    made = particulars.agreement is not None
    return replace(
        particulars,
        arrangement=particulars.arrangement.model_copy(update={"lot": event.lot}),
        agreement=None,
        agreement_version=particulars.agreement_version + made,
    )


def _evolve_agreement(agreement: Agreement | None, event: AgreementEvent) -> Agreement:
    match agreement, event:
        case None | Drafted(), AgreementDrafted():
            return Drafted(event.terms)
        case Drafted(terms), AgreementIssued():
            return Issued(terms, {})
        case Issued(terms, signed), AgreementSigned():
            return Issued(terms, {**signed, event.party: event.signatory})
        case Issued(terms, _), AgreementInForce():
            return InForce(terms)
        case _:
            raise CorruptHistory(agreement, event)
