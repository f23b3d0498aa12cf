"""The plan for living somewhere: prepared before the start, or five working days from it."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.placement.commands import RecordPlanSigned
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, ShortText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class PlacementPlan(Body):
    """When it was prepared; `document_id` is the placement plan on the child's record, if any."""

    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-03-06"}})

    on: Moment
    document_id: UUID | None = None


class SignedPlan(Body):
    """Who signed it. As what follows from the home: parent, carer, registered person."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"on": "2026-03-09", "signatory": "Robin Larkspur"}}
    )

    on: Moment
    signatory: ShortText


@router.post("/plans", status_code=201)
def record_placement_plan(
    placement_id: UUID,
    plan: PlacementPlan,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PLAN),
) -> CommandAnswer:
    """Record that the plan for living there was prepared, the first or the next version."""
    receipt = caller.service.placement.plans.prepare(
        caller.occasion, placement_id, plan.on, plan.document_id
    )
    return carried_out(caller.service, receipt, response)


@router.post("/plan-signatures", status_code=201)
def record_plan_signed(
    placement_id: UUID,
    signed: SignedPlan,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PLAN),
) -> CommandAnswer:
    """Record that the appropriate person signed the newest plan; meets C-PLAN-5WD."""
    by = Subject(caller.principal.subject)
    command = RecordPlanSigned(on=signed.on, signatory=signed.signatory, by=by)
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
