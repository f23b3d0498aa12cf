"""Hours of support, week by week: what was given, and what the young person says of it."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.placement.commands.support import AnswerSupport, Confirmer, RecordSupportGiven
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)
A_WEEK = 336


class SupportGiven(Body):
    """`week` is a Monday. In half hours: to this child alone, and to several at once."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"week": "2026-03-16", "individual": 14, "shared": 4, "on": "2026-03-23"}
        }
    )

    week: Day
    individual: int = Field(ge=0, le=A_WEEK, strict=True)
    shared: int = Field(ge=0, le=A_WEEK, strict=True)
    on: Moment


class SupportAnswer(Body):
    """How much there was, in half hours, by the young person's word or the carer's."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "week": "2026-03-16",
                "half_hours": 12,
                "said_by": "young_person",
                "words": "Nobody came on Friday.",
                "on": "2026-03-24",
            }
        }
    )

    week: Day
    half_hours: int = Field(ge=0, le=A_WEEK, strict=True)
    said_by: Confirmer
    words: LongText | None = None
    on: Moment


@router.post("/support-weeks", status_code=201)
def record_support_given(
    placement_id: UUID,
    sent: SupportGiven,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_SUPPORT),
) -> CommandAnswer:
    """Record the hours that the provider says it gave in a week; what it says last counts."""
    command = RecordSupportGiven(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/support-answers", status_code=201)
def answer_support(
    placement_id: UUID,
    sent: SupportAnswer,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_SUPPORT),
) -> CommandAnswer:
    """Record what the young person or its carer says that there was: confirmed, or disputed."""
    command = AnswerSupport(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
