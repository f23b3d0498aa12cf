"""Putting the record of an end right: how the child really left, or that it never did."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.ends_put_right import EndWord
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.placements.ends import RecordedEnd
from interface.http.problems import declared
from interface.http.text import Body, LongText, SubjectText

router = APIRouter(
    prefix="/placements/{placement_id}",
    tags=["placements"],
    responses=declared(404, 409, 412, 428),
)


class VoidedEnd(Body):
    """`corrects` is the event that was wrong: the end, or its last correction."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "corrects": examples.EVENT,
                "reason": "Typed for another child: she never left.",
                "approved_by": "morgan-manager",
            }
        }
    )

    corrects: UUID
    reason: LongText
    approved_by: SubjectText


class CorrectedEnd(VoidedEnd):
    """The whole end as it really was, in place of what was recorded."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "corrects": examples.EVENT,
                "now": {
                    "at": "2026-09-29T16:00:00+01:00",
                    "reason": "moved_on",
                    "instigator": "provider",
                },
                "reason": "Typed the 30th for the 29th, and it was the provider who ended it.",
                "approved_by": "morgan-manager",
            }
        }
    )

    now: RecordedEnd


@router.post("/end-corrections", status_code=201)
def correct_end(
    placement_id: UUID,
    sent: CorrectedEnd,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CORRECT_RECORD),
) -> CommandAnswer:
    """Say how the child really left. Clocks, the home's nights and figures follow."""
    return _put_right(placement_id, sent, response, version_seen, caller)


@router.post("/end-voids", status_code=201)
def void_end(
    placement_id: UUID,
    sent: VoidedEnd,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.VOID_END),
) -> CommandAnswer:
    """Say that the child never left: everything runs on as if it had not been recorded."""
    return _put_right(placement_id, sent, response, version_seen, caller)


def _put_right(
    placement_id: UUID,
    sent: VoidedEnd,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding,
) -> CommandAnswer:
    word = EndWord(
        corrects=sent.corrects,
        now=sent.now.ending() if isinstance(sent, CorrectedEnd) else None,
        reason=sent.reason,
        approved_by=Subject(sent.approved_by),
    )
    receipt = caller.service.placement.end_words.put_right(
        caller.occasion, placement_id, word, version_seen
    )
    return carried_out(caller.service, receipt, response)
