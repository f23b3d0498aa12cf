"""A concern is looked at, referred and investigated; what was found is recorded."""

from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from domain.concern.commands import (
    BeginInvestigation,
    MakeSafeguardingReferral,
    NotifyNationalPanel,
    RecordFinding,
    TriageConcern,
)
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.concerns.following import (
    SentFinding,
    SentInvestigation,
    SentPanelNotice,
    SentReferral,
    SentTriage,
)
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared

router = APIRouter(prefix="/concerns/{concern_id}", tags=["concerns"], responses=declared(404, 409))
DECIDED = declared(404, 409, 412, 428)


@router.post("/triage", status_code=201, responses=DECIDED)
def triage_concern(
    concern_id: UUID,
    sent: SentTriage,
    response: Response,
    seen: VersionSeen,
    caller: Commanding = commanding(Action.LEAD_CONCERN),
) -> CommandAnswer:
    """Say how serious it is, whether it is referred and investigated, and who leads."""
    command = TriageConcern(
        serious=sent.serious,
        refer=sent.refer,
        investigate=sent.investigate,
        reason=sent.reason,
        subject=sent.subject,
        lead=Subject(sent.lead),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command, seen)
    return carried_out(caller.service, receipt, response)


@router.post("/safeguarding-referrals", status_code=201)
def make_safeguarding_referral(
    concern_id: UUID,
    sent: SentReferral,
    response: Response,
    caller: Commanding = commanding(Action.ACT_ON_CONCERN),
) -> CommandAnswer:
    """Record that it was referred to those who safeguard."""
    by = Subject(caller.principal.subject)
    command = MakeSafeguardingReferral(to=sent.to, at=sent.at, by=by)
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/national-panel-notifications", status_code=201)
def notify_national_panel(
    concern_id: UUID,
    sent: SentPanelNotice,
    response: Response,
    caller: Commanding = commanding(Action.LEAD_CONCERN),
) -> CommandAnswer:
    """Record that the national panel was told; meets C-SCIN-5WD."""
    command = NotifyNationalPanel(at=sent.at, by=Subject(caller.principal.subject))
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/investigations", status_code=201)
def begin_investigation(
    concern_id: UUID,
    sent: SentInvestigation,
    response: Response,
    caller: Commanding = commanding(Action.LEAD_CONCERN),
) -> CommandAnswer:
    """Begin to look into it, once those who safeguard have heard of it."""
    command = BeginInvestigation(
        investigator=Subject(sent.investigator),
        at=sent.at,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/findings", status_code=201, responses=DECIDED)
def record_finding(
    concern_id: UUID,
    sent: SentFinding,
    response: Response,
    seen: VersionSeen,
    caller: Commanding = commanding(Action.LEAD_CONCERN),
) -> CommandAnswer:
    """Say what was found. Against a provider, commissioning is asked what follows for it."""
    by = Subject(caller.principal.subject)
    command = RecordFinding(finding=sent.finding, on=sent.on, text=sent.text, by=by)
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command, seen)
    return carried_out(caller.service, receipt, response)
