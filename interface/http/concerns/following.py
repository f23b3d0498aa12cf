"""A concern is looked at, referred, investigated, acted on, closed, and opened again."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.concern.commands import (
    BeginInvestigation,
    CloseConcern,
    FinishAction,
    MakeSafeguardingReferral,
    NotifyNationalPanel,
    RecordFinding,
    ReopenConcern,
    TriageConcern,
)
from domain.concern.vocabulary import ActionId, Code, Finding
from domain.shared.doers import Doer
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText, ShortText, SubjectText

router = APIRouter(prefix="/concerns/{concern_id}", tags=["concerns"], responses=declared(404, 409))
DECIDED = declared(404, 409, 412, 428)


class SentTriage(Body):
    """`serious`: abuse or neglect known or suspected, and a child died or was seriously harmed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "serious": False,
                "refer": True,
                "investigate": True,
                "lead": "tam-manager",
            }
        }
    )

    serious: bool
    refer: bool
    investigate: bool
    reason: Code | None = None
    subject: ShortText | None = None
    lead: SubjectText


class SentReferral(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"to": "designated_officer", "at": "2026-03-10T09:30:00Z"}}
    )

    to: Code
    at: Moment


class SentPanelNotice(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-03-12T16:00:00Z"}})

    at: Moment


class SentInvestigation(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"investigator": "quin-quality", "at": "2026-03-11"}}
    )

    investigator: SubjectText
    at: Moment


class SentFinding(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "finding": "substantiated",
                "on": "2026-03-20",
                "text": "Two accounts and the log of the night agree.",
            }
        }
    )

    finding: Finding
    on: Day
    text: PerhapsText


class SentAction(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"code": "restraint_training", "doer": "provider", "due": "2026-04-20"}
        }
    )

    code: Code
    doer: Doer
    due: Day


class SentActionDone(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"action_id": examples.ITEM, "on": "2026-04-17"}}
    )

    action_id: UUID
    on: Day


class SentClosure(Body):
    """What was learned, in codes and in words."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "learning": ["staff_training"],
                "text": "Agency staff are told of each child's plan before a shift.",
            }
        }
    )

    learning: list[Code] = Field(max_length=20)
    text: PerhapsText


class SentReopening(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "new_account"}})

    reason: Code


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


@router.post("/actions", status_code=201)
def set_concern_action(
    concern_id: UUID,
    sent: SentAction,
    response: Response,
    caller: Commanding = commanding(Action.LEAD_CONCERN),
) -> CommandAnswer:
    """Agree what is to be done, by whom and by which day (C-ACTION)."""
    handlers = caller.service.concerns.handlers
    receipt = handlers.agreed(caller.occasion, concern_id, sent.code, sent.doer, sent.due)
    return carried_out(caller.service, receipt, response)


@router.post("/actions-done", status_code=201)
def finish_concern_action(
    concern_id: UUID,
    sent: SentActionDone,
    response: Response,
    caller: Commanding = commanding(Action.ACT_ON_CONCERN),
) -> CommandAnswer:
    """Record that an action has been done."""
    by = Subject(caller.principal.subject)
    command = FinishAction(action_id=ActionId(sent.action_id), on=sent.on, by=by)
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/closures", status_code=201, responses=DECIDED)
def close_concern(
    concern_id: UUID,
    sent: SentClosure,
    response: Response,
    seen: VersionSeen,
    caller: Commanding = commanding(Action.LEAD_CONCERN),
) -> CommandAnswer:
    """Close it, with its outcome and what was learned; everything missing is named at once."""
    by = Subject(caller.principal.subject)
    command = CloseConcern(learning=tuple(sent.learning), text=sent.text, by=by)
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command, seen)
    return carried_out(caller.service, receipt, response)


@router.post("/reopenings", status_code=201)
def reopen_concern(
    concern_id: UUID,
    sent: SentReopening,
    response: Response,
    caller: Commanding = commanding(Action.LEAD_CONCERN),
) -> CommandAnswer:
    """Open it again: what was found is asked anew."""
    command = ReopenConcern(reason=sent.reason, by=Subject(caller.principal.subject))
    receipt = caller.service.concerns.handlers.do(caller.occasion, concern_id, command)
    return carried_out(caller.service, receipt, response)
