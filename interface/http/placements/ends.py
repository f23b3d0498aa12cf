"""The end of a placement: a fact, with how planned it was and how notice came out."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.placement.ending import Ending
from domain.placement.endings import Instigator, PlanEvidence, PlannedOverride, PlanSource
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText

router = APIRouter(prefix="/placements", tags=["placements"], responses=declared(404, 409))


class SentPlan(Body):
    """What said beforehand that the placement would end, and when it said so."""

    source: PlanSource
    on: Moment


class SentOverride(Body):
    planned: bool
    reason: CodeText


class RecordedEnd(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "at": "2026-09-30T12:00:00+01:00",
                "reason": "moved_on",
                "instigator": "council",
                "destination": "independent_living",
            }
        }
    )

    at: Moment
    reason: CodeText
    national_reason: str | None = Field(default=None, pattern=r"^[A-Z]{3,6}$")
    instigator: Instigator
    destination: CodeText | None = None
    plan: SentPlan | None = None
    override: SentOverride | None = None
    immediate_risk: bool = False


@router.post("/{placement_id}/ends", status_code=201)
def record_end(
    placement_id: UUID,
    fact: RecordedEnd,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_END),
) -> CommandAnswer:
    """Record that the child left: planned or not by the evidence, and how notice came out."""
    ending = Ending(
        at=fact.at,
        reason=fact.reason,
        national_reason=fact.national_reason,
        instigator=fact.instigator,
        destination=fact.destination,
        plan=_plan(fact.plan),
        override=_override(fact.override),
        immediate_risk=fact.immediate_risk,
    )
    receipt = caller.service.placement.ends.record(caller.occasion, placement_id, ending)
    return carried_out(caller.service, receipt, response)


def _plan(sent: SentPlan | None) -> PlanEvidence | None:
    return PlanEvidence(source=sent.source, on=sent.on) if sent else None


def _override(sent: SentOverride | None) -> PlannedOverride | None:
    return PlannedOverride(planned=sent.planned, reason=sent.reason) if sent else None
