"""The risks to a child, reviewed because of what happened to its provider."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.placement.commands import RecordRiskReview
from domain.placement.risk import RiskOutcome
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class RiskReview(Body):
    """What was looked at, and what is to follow; nobody moves out by it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-06-02T14:00:00Z",
                "outcome": "stays_with_conditions",
                "findings": "Two waking staff at night from today; seen alone, wants to stay.",
            }
        }
    )

    on: Moment
    outcome: RiskOutcome
    findings: LongText


@router.post("/risk-reviews", status_code=201)
def record_risk_review(
    placement_id: UUID,
    held: RiskReview,
    response: Response,
    caller: Commanding = commanding(Action.REVIEW_RISKS),
) -> CommandAnswer:
    """Record that the risks to the child were reviewed; meets C-RISKREV."""
    command = RecordRiskReview(
        on=held.on,
        outcome=held.outcome,
        findings=held.findings,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
