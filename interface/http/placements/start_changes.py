"""A start that was agreed is to be on another day."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.start_dates import StartChange
from domain.placement.schooling import KeyStage4
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/placements/{placement_id}",
    tags=["placements"],
    responses=declared(404, 409, 412, 428),
)


class ChangedStart(Body):
    """When the child is to move in instead, and why.

    What was said of its education stands, unless `key_stage_4` says something else.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"starts_at": "2026-03-12", "reason": "Her room is painted until the 11th."}
        }
    )

    starts_at: Moment
    reason: LongText
    key_stage_4: KeyStage4 | None = None


@router.post("/start-changes", status_code=201)
def change_start(
    placement_id: UUID,
    changed: ChangedStart,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CHANGE_START),
) -> CommandAnswer:
    """Agree on another day: every gate is asked for it anew, and the place is held from it."""
    change = StartChange(
        starts_at=changed.starts_at, reason=changed.reason, key_stage_4=changed.key_stage_4
    )
    receipt = caller.service.placement.start_dates.change(
        caller.occasion, placement_id, change, version_seen
    )
    return carried_out(caller.service, receipt, response)
