"""Where a young person goes at 18: confirmed six months before, three, and 28 days."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.placement.commands import ConfirmMoveOn
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class MoveOn(Body):
    """`to` is a code of the kind of home; the plan itself is kept sealed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-11-10",
                "to": "own_tenancy",
                "plan": "A flat of the housing association from 20 May; bidding since October.",
            }
        }
    )

    on: Moment
    to: CodeText
    plan: LongText


@router.post("/move-on-confirmations", status_code=201)
def confirm_move_on(
    placement_id: UUID,
    sent: MoveOn,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PLAN),
) -> CommandAnswer:
    """Record that the plan for moving on stands. Each of the three days of C-AGE-18 asks anew."""
    command = ConfirmMoveOn(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
