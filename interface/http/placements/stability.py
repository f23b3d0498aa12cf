"""A placement that shakes, or broke down: what changed, and the meetings about it."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.placement.commands import (
    RecordDisruptionMeeting,
    RecordStabilityMeeting,
    ReportSignificantChange,
)
from domain.placement.stability import ToldBy
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class SignificantChange(Body):
    """What changed, and who said so: the package is reviewed within ten working days."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-04-14",
                "kind": "excluded_from_school",
                "told_by": "provider",
                "text": "He has been at home since Friday.",
            }
        }
    )

    on: Moment
    kind: CodeText
    told_by: ToldBy
    text: LongText | None = None


class StabilityMeeting(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-04-20",
                "attendees": ["young_person", "carer", "social_worker"],
                "childs_views": "I want to stay.",
                "plan": "Two evenings a week with a mentor; we meet again on 4 May.",
            }
        }
    )

    on: Moment
    attendees: list[CodeText] = Field(max_length=30)
    childs_views: LongText | None = None
    plan: LongText


class DisruptionMeeting(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-06-12",
                "attendees": ["carer", "social_worker", "iro"],
                "findings": "The move to another school was not prepared.",
                "learning": "A mentor before the move, and not after it.",
            }
        }
    )

    on: Moment
    attendees: list[CodeText] = Field(max_length=30)
    childs_views: LongText | None = None
    findings: LongText
    learning: LongText


@router.post("/significant-changes", status_code=201)
def report_significant_change(
    placement_id: UUID,
    sent: SignificantChange,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_STABILITY),
) -> CommandAnswer:
    """Record what changed, or that the young person asks for a review; opens C-PKG-TRIG."""
    command = ReportSignificantChange(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/stability-meetings", status_code=201)
def record_stability_meeting(
    placement_id: UUID,
    sent: StabilityMeeting,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_STABILITY),
) -> CommandAnswer:
    """Record a meeting that was to hold the placement, held while the child lived there."""
    command = RecordStabilityMeeting(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/disruption-meetings", status_code=201)
def record_disruption_meeting(
    placement_id: UUID,
    sent: DisruptionMeeting,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_STABILITY),
) -> CommandAnswer:
    """Record a meeting held after the child had left; meets C-DISRUPT of an unplanned end."""
    command = RecordDisruptionMeeting(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
