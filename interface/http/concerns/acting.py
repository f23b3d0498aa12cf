"""What is done about a concern: its actions, its closing, and that it is opened again."""

from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from domain.concern.commands import CloseConcern, FinishAction, ReopenConcern
from domain.concern.vocabulary import ActionId
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.concerns.following import SentAction, SentActionDone, SentClosure, SentReopening
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared

router = APIRouter(prefix="/concerns/{concern_id}", tags=["concerns"], responses=declared(404, 409))
DECIDED = declared(404, 409, 412, 428)


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
