"""What is to be done or told by a day, and that it was."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.quality.handlers import NewAction
from domain.quality.commands import FinishAction
from domain.quality.vocabulary import ActionId, ActionKind, Code
from domain.shared.doers import Doer
from domain.shared.vocabulary import ProviderId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(
    prefix="/providers/{provider_id}", tags=["quality"], responses=declared(404, 409)
)


class SentQualityAction(Body):
    """An improvement, or information that is asked for; `engagement_id` where it comes of one."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "information",
                "code": "staff_rosters",
                "doer": "provider",
                "due": "2026-06-24",
            }
        }
    )

    engagement_id: UUID | None = None
    kind: ActionKind
    code: Code
    doer: Doer
    due: Day


class SentQualityActionDone(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"action_id": examples.ITEM, "on": "2026-06-20", "evidence": "seen_on_visit"}
        }
    )

    action_id: UUID
    on: Day
    evidence: Code


@router.post("/quality-actions", status_code=201)
def agree_quality_action(
    provider_id: UUID,
    sent: SentQualityAction,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_QUALITY),
) -> CommandAnswer:
    """Agree an action, or ask for information, by a day (C-ACTION)."""
    new = NewAction(
        engagement_id=sent.engagement_id,
        kind=sent.kind,
        code=sent.code,
        doer=sent.doer,
        due=sent.due,
    )
    receipt = caller.service.quality.handlers.agreed(caller.occasion, provider_id, new)
    return carried_out(caller.service, receipt, response)


@router.post("/quality-actions-done", status_code=201)
def finish_quality_action(
    provider_id: UUID,
    sent: SentQualityActionDone,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_QUALITY),
) -> CommandAnswer:
    """Record that it was done or told, and how that was seen."""
    command = FinishAction(
        provider_id=ProviderId(provider_id),
        action_id=ActionId(sent.action_id),
        on=sent.on,
        evidence=sent.evidence,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.quality.handlers.do(caller.occasion, command)
    return carried_out(caller.service, receipt, response)
