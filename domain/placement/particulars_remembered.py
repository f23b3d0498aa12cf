"""What is remembered of a placement in every state, after each event."""

from dataclasses import replace

from domain.placement.agreement_remembered import agreement_after
from domain.placement.approving import Approvals
from domain.placement.approving_remembered import approvals_after
from domain.placement.carers import Carers
from domain.placement.events import (
    AgreementEvent,
    ApprovalEvent,
    AreaAuthorityNotified,
    CarersApproved,
    HomeChangedHands,
    HomeRegistrationLapsed,
    IntroductoryVisitHeld,
    JoinedToSearch,
    MovePlanAsked,
    MovePlanMade,
    NotificationEvent,
    PlacementEvent,
    PlacementPlanPrepared,
    PlacementPlanSigned,
    ProviderAnsweredOnNotice,
    ProviderMeetingHeld,
    Recategorised,
    RecipientExcluded,
    RiskReviewAsked,
    RiskReviewHeld,
    SettingChangeApproved,
    SettingChanged,
    VariationEvent,
)
from domain.placement.new_home import AllowedMove, Moved
from domain.placement.notice_answers import NoticeAnswer
from domain.placement.notifying import LeftOut
from domain.placement.state import Known, Particulars, Plan
from domain.placement.variations_remembered import lapsed
from domain.shared.errors import CorruptHistory

NOTHING_TO_REMEMBER = HomeRegistrationLapsed | HomeChangedHands | NotificationEvent
"""Facts on which no decision of the placement rests."""

Owing = RiskReviewAsked | RiskReviewHeld | MovePlanAsked | MovePlanMade
"""What is asked for of a child's home, and what answers it."""


def particulars_after(placement: Known, event: PlacementEvent) -> Particulars:
    particulars = placement.particulars
    match event:
        case ProviderMeetingHeld() | IntroductoryVisitHeld():
            return _introduced(particulars, event)
        case _ if isinstance(event, ApprovalEvent | AreaAuthorityNotified):
            return replace(particulars, approvals=approvals_after(particulars.approvals, event))
        case CarersApproved():
            carers = Carers(temporary=event.temporary, since=event.from_)
            return replace(particulars, carers=carers)
        case JoinedToSearch():
            return _joined(particulars, event)
        case SettingChangeApproved() | SettingChanged():
            return _moved(particulars, event)
        case Recategorised():
            return _recategorised(particulars, event)
        case _ if isinstance(event, Owing):
            return _owed(particulars, event)
        case PlacementPlanPrepared() | PlacementPlanSigned():
            return replace(particulars, plan=_plan(particulars.plan, event))
        case RecipientExcluded():
            left_out = LeftOut(recipient=event.recipient, why=event.why, on=event.on)
            return replace(particulars, left_out=(*particulars.left_out, left_out))
        case ProviderAnsweredOnNotice():
            said = NoticeAnswer(
                **{name: getattr(event, name) for name in NoticeAnswer.model_fields}
            )
            return replace(particulars, notice_answers=(*particulars.notice_answers, said))
        case _ if isinstance(event, NOTHING_TO_REMEMBER):
            return particulars
        case _ if isinstance(event, AgreementEvent | VariationEvent):
            return agreement_after(particulars, event)
        case _:
            raise CorruptHistory(placement, event)


def _introduced(
    particulars: Particulars, event: ProviderMeetingHeld | IntroductoryVisitHeld
) -> Particulars:
    if isinstance(event, IntroductoryVisitHeld):
        return replace(particulars, visited=True)
    return replace(particulars, met_provider=particulars.met_provider or event.is_of_both())


def _joined(particulars: Particulars, event: JoinedToSearch) -> Particulars:
    joined = {name: getattr(event, name) for name in ("referral_id", "offer_id", "lot")}
    return replace(particulars, arrangement=particulars.arrangement.model_copy(update=joined))


def _moved(particulars: Particulars, event: SettingChangeApproved | SettingChanged) -> Particulars:
    """What was approved of where the home before lies is forgotten elsewhere, as is one allowed."""
    if isinstance(event, SettingChangeApproved):
        return replace(particulars, allowed_move=AllowedMove(event.to.setting_id, event.from_))
    to = dict(event.to)
    return replace(
        particulars,
        arrangement=particulars.arrangement.model_copy(update=to),
        approvals=particulars.approvals if event.same_area else Approvals(),
        allowed_move=None,
        moves=(*particulars.moves, Moved(event.to.setting_id, event.at)),
    )


def _owed(particulars: Particulars, event: Owing) -> Particulars:
    if isinstance(event, RiskReviewAsked | RiskReviewHeld):
        return replace(particulars, risk_review_owed=isinstance(event, RiskReviewAsked))
    return replace(particulars, move_plan_owed=isinstance(event, MovePlanAsked))


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
        agreement_since=event.on,
        versions=(),
        variations=lapsed(particulars.variations),
    )
