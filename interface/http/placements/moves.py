"""Where a child goes when its home can no longer be one."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.placement.commands.home import RecordMovePlan
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class MovePlan(Body):
    """Where the child is to go, and how. Nobody moves by it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-06-02T14:00:00Z",
                "plan": "Stays with her former carers from Friday; school stays the same.",
            }
        }
    )

    on: Moment
    plan: LongText


@router.post("/move-plans", status_code=201)
def record_move_plan(
    placement_id: UUID,
    made: MovePlan,
    response: Response,
    caller: Commanding = commanding(Action.PLAN_MOVE),
) -> CommandAnswer:
    """Record that the child's move was planned; meets C-MOVEPLAN."""
    command = RecordMovePlan(on=made.on, plan=made.plan, by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
