"""A provider moves a child to another of its homes: approved beforehand, and as it happened."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.setting_changes import MoveAskedFor
from application.shared.office import stream_of
from domain.placement.schooling import KeyStage4
from domain.shared.vocabulary import SettingId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class ApprovedMove(Body):
    """To which of the provider's homes the child may move, from which day on, and who asked.

    `childs_views` are what it wishes and feels, `iro_informed` says that the reviewing officer
    knows, `residents_weighed` that who lives there was weighed against the child, both ways. Of
    a child of that age `key_stage_4` says what the move means for its education.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "setting_id": examples.SETTING,
                "since": "2026-04-13",
                "asked_by": "Manager of the home",
                "asked_on": "2026-04-02",
                "reason": "A room beside her key worker has come free.",
                "childs_views": "She would like to live nearer to Jo.",
                "iro_informed": True,
                "residents_weighed": True,
            }
        }
    )

    setting_id: UUID
    since: Day
    asked_by: ShortText
    asked_on: Moment
    reason: LongText
    childs_views: LongText | None = None
    iro_informed: bool = False
    residents_weighed: bool = False
    key_stage_4: KeyStage4 | None = None


class RecordedMove(Body):
    """Into which home the provider moved the child, and when."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"setting_id": examples.SETTING, "at": "2026-04-13"}}
    )

    setting_id: UUID
    at: Moment


@router.post("/move-approvals", status_code=201, responses=declared(412, 428))
def approve_move(
    placement_id: UUID,
    approved: ApprovedMove,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_MOVE),
) -> CommandAnswer:
    """Approve a move within the provider: refused by every gate of the new home that is shut."""
    caller.reach(stream_of("setting", approved.setting_id))
    asked = MoveAskedFor(
        setting_id=SettingId(approved.setting_id),
        from_=approved.since,
        asked_by=approved.asked_by,
        asked_on=approved.asked_on,
        reason=approved.reason,
        childs_views=approved.childs_views,
        iro_informed=approved.iro_informed,
        residents_weighed=approved.residents_weighed,
        key_stage_4=approved.key_stage_4,
    )
    receipt = caller.service.placement.setting_changes.approve(
        caller.occasion, placement_id, asked, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/moves", status_code=201)
def record_move(
    placement_id: UUID,
    fact: RecordedMove,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_MOVE),
) -> CommandAnswer:
    """Record that the provider moved the child: a fact, with whatever it breaks beside it."""
    caller.reach(stream_of("setting", fact.setting_id))
    receipt = caller.service.placement.setting_changes.record(
        caller.occasion, placement_id, SettingId(fact.setting_id), fact.at
    )
    return carried_out(caller.service, receipt, response)
