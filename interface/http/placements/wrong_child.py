"""A start that was recorded for the wrong child: taken out, kept for audit (6-03)."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.start import StartVoid
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, SubjectText

router = APIRouter(
    prefix="/placements/{placement_id}",
    tags=["placements"],
    responses=declared(404, 409, 412, 428),
)


class VoidedStart(Body):
    """`corrects` is the start, or its last correction."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "corrects": examples.EVENT,
                "reason": "It was her cousin who moved in.",
                "approved_by": "morgan-manager",
            }
        }
    )

    corrects: UUID
    reason: LongText
    approved_by: SubjectText


@router.post("/start-voids", status_code=201)
def void_start(
    placement_id: UUID,
    sent: VoidedStart,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.VOID_START),
) -> CommandAnswer:
    """Say that it was another child. Its own record has nothing of it; the DPO is asked to judge.

    For the child whose it was it is recorded anew, as `POST /placements/starts` with `in_place_of`.
    """
    word = StartVoid(
        corrects=sent.corrects, reason=sent.reason, approved_by=Subject(sent.approved_by)
    )
    receipt = caller.service.placement.starts.void(
        caller.occasion, placement_id, word, version_seen
    )
    return carried_out(caller.service, receipt, response)
