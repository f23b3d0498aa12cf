"""What is remembered of a placement in every state, after each event."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from domain.placement.agreement_remembered import agreement_after
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
    NotificationEvent,
    PlacementEvent,
    PlacementPlanPrepared,
    PlacementPlanSigned,
    ProviderAnsweredOnNotice,
    ProviderMeetingHeld,
    RecipientExcluded,
    VariationEvent,
)
from domain.placement.home_remembered import HomeWord, home_after
from domain.placement.notice_answers import NoticeAnswer
from domain.placement.notifying import LeftOut
from domain.placement.state import Known, Particulars, Plan
from domain.shared.errors import CorruptHistory

NOTHING_TO_REMEMBER = HomeRegistrationLapsed | HomeChangedHands | NotificationEvent
"""Facts on which no decision of the placement rests."""


def _introduced(
    particulars: Particulars, event: ProviderMeetingHeld | IntroductoryVisitHeld
) -> Particulars:
    if isinstance(event, IntroductoryVisitHeld):
        return replace(particulars, visited=True)
    return replace(particulars, met_provider=particulars.met_provider or event.is_of_both())


def _approved(
    particulars: Particulars, event: ApprovalEvent | AreaAuthorityNotified
) -> Particulars:
    return replace(particulars, approvals=approvals_after(particulars.approvals, event))


def _carers(particulars: Particulars, event: CarersApproved) -> Particulars:
    carers = Carers(temporary=event.temporary, since=event.from_)
    return replace(particulars, carers=carers)


def _planned(
    particulars: Particulars, event: PlacementPlanPrepared | PlacementPlanSigned
) -> Particulars:
    plan = particulars.plan
    if isinstance(event, PlacementPlanPrepared):
        return replace(particulars, plan=Plan(version=event.version, prepared_on=event.on))
    if plan is None or plan.version != event.version:
        return particulars
    return replace(particulars, plan=replace(plan, signed=True))


def _left_out(particulars: Particulars, event: RecipientExcluded) -> Particulars:
    left_out = LeftOut(recipient=event.recipient, why=event.why, on=event.on)
    return replace(particulars, left_out=(*particulars.left_out, left_out))


def _answered(particulars: Particulars, event: ProviderAnsweredOnNotice) -> Particulars:
    said = NoticeAnswer(**{name: getattr(event, name) for name in NoticeAnswer.model_fields})
    return replace(particulars, notice_answers=(*particulars.notice_answers, said))


def _unchanged(particulars: Particulars, _: PlacementEvent) -> Particulars:
    return particulars


TOPICS: Sequence[tuple[Any, Callable[[Particulars, Any], Particulars]]] = (
    (ProviderMeetingHeld | IntroductoryVisitHeld, _introduced),
    (ApprovalEvent | AreaAuthorityNotified, _approved),
    (CarersApproved, _carers),
    (HomeWord, home_after),
    (PlacementPlanPrepared | PlacementPlanSigned, _planned),
    (RecipientExcluded, _left_out),
    (ProviderAnsweredOnNotice, _answered),
    (AgreementEvent | VariationEvent, agreement_after),
    (NOTHING_TO_REMEMBER, _unchanged),
)
"""What is remembered of which events, topic by topic; an event is its first row's."""


def particulars_after(placement: Known, event: PlacementEvent) -> Particulars:
    """The first row that an event is in tells what is remembered of it."""
    for events, after in TOPICS:
        if isinstance(event, events):
            return after(placement.particulars, event)
    raise CorruptHistory(placement, event)
