"""Missing and back: what the police were told, and the interview about a return."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.case.interviewing import Interview
from domain.case.commands import RecordPoliceTold
from domain.case.interviews import InterviewStep
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText, ShortText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class ToldPolice(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"at": "2026-05-04T23:05:00+01:00", "reference": "Incident 1187 of 4 May"}
        }
    )

    at: Moment
    reference: ShortText


class ReturnInterview(Body):
    """About which returns, by the events that say so; none is the last one by then.

    One that was held names the interviewer, and whether that is somebody independent of the home.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "step": "held",
                "returns": [examples.EVENT],
                "on": "2026-05-06T16:00:00+01:00",
                "interviewer": "Missing children's team",
                "independent": True,
                "said": "He went to see his brother.",
            }
        }
    )

    step: InterviewStep
    returns: list[UUID] = Field(default=[], max_length=20)
    on: Moment
    interviewer: ShortText | None = None
    independent: bool | None = None
    said: LongText | None = None
    why: CodeText | None = None


@router.post("/police-reports", status_code=201)
def record_police_told(
    case_id: UUID,
    sent: ToldPolice,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_MISSING),
) -> CommandAnswer:
    """Record that the police know that the child is missing. Meets C-MISSING."""
    by = Subject(caller.principal.subject)
    command = RecordPoliceTold(at=sent.at, reference=sent.reference, by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/return-interviews", status_code=201)
def record_return_interview(
    case_id: UUID,
    sent: ReturnInterview,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_RETURN_INTERVIEW),
) -> CommandAnswer:
    """Record that an interview was offered, held or declined. The last two close C-RHI-72."""
    interview = Interview(**sent.model_dump(exclude={"returns"}), returns=tuple(sent.returns))
    receipt = caller.service.interviews.record(caller.occasion, case_id, interview)
    return carried_out(caller.service, receipt, response)
