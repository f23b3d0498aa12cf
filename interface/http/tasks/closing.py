"""Closing a task, by one of those it waits for."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.shared.envelope import StreamId
from domain.task.codes import ClosedAs
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.streams import StreamText
from interface.http.text import Body, PerhapsText

router = APIRouter(prefix="/tasks/{stream}/{task_id}", tags=["tasks"], responses=declared(404, 409))


class Closure(Body):
    """What was done about it, or why nothing has to be."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"closed_as": "done", "text": "The sisters telephone on Sundays."}
        }
    )

    closed_as: Literal[ClosedAs.DONE, ClosedAs.NOT_NEEDED]
    text: PerhapsText


@router.post("/closures", status_code=201)
def close_task(
    stream: StreamText,
    task_id: UUID,
    sent: Closure,
    response: Response,
    caller: Commanding = commanding(Action.CLOSE_TASK),
) -> CommandAnswer:
    """Say what was done. `NOT_PERMITTED` names the roles that a task waits for."""
    about = StreamId(stream)
    caller.reach(about)
    receipt = caller.service.tasks.handlers.close(
        caller.occasion, about, task_id, sent.closed_as, sent.text
    )
    return carried_out(caller.service, receipt, response)
