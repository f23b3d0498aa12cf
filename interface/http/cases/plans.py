"""The plan for a child's care: there before the first placement, or ten working days from it."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.case.commands import RecordCarePlan
from domain.case.documents import DocumentId
from domain.case.plans import PlanParty
from domain.shared.code_lists import Code
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class CarePlan(Body):
    """Who agreed to it; where nobody did, the code of why. `document_id` is one on record."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"on": "2026-03-13", "agreed_with": ["parent", "young_person"]}
        }
    )

    on: Moment
    agreed_with: list[PlanParty] = Field(default=[], max_length=4)
    not_agreed: Code | None = None
    document_id: UUID | None = None


@router.post("/care-plans", status_code=201)
def record_care_plan(
    case_id: UUID,
    plan: CarePlan,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_CARE_PLAN),
) -> CommandAnswer:
    """Record that a care plan was prepared, the first or the next; meets C-CAREPLAN-10."""
    command = RecordCarePlan(
        on=plan.on,
        agreed_with=tuple(dict.fromkeys(plan.agreed_with)),
        not_agreed=plan.not_agreed,
        document_id=DocumentId(plan.document_id) if plan.document_id else None,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
