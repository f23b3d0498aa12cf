"""That the child died."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.case.commands import RecordDeath
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class Death(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-05-04T06:20:00+01:00"}})

    on: Moment


@router.post("/deaths", status_code=201)
def record_death(
    case_id: UUID,
    sent: Death,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_DEATH),
) -> CommandAnswer:
    """Record that the child died. Every deadline of its care stops; who must be told is a task."""
    command = RecordDeath(on=sent.on, by=Subject(caller.principal.subject))
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
