"""A placement calls off a bed of a block, and gives it back."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.shared.office import stream_of
from domain.block.commands import ReleaseBed
from domain.shared.vocabulary import PlacementId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText

router = APIRouter(prefix="/blocks/{block_id}", tags=["blocks"], responses=declared(404, 409))


class CallOff(Body):
    """The nights from `arrives` until, and without, `leaves`, or the end of the block."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"placement_id": examples.PLACEMENT, "arrives": "2026-03-09"}}
    )

    placement_id: UUID
    arrives: Day
    leaves: Day | None = None


class GivenBack(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"placement_id": examples.PLACEMENT, "on": "2026-05-01", "why": "moved_on"}
        }
    )

    placement_id: UUID
    on: Day = Field(description="The first night on which the bed is free")
    why: CodeText


@router.post("/call-offs", status_code=201)
def call_off_bed(
    block_id: UUID,
    wanted: CallOff,
    response: Response,
    caller: Commanding = commanding(Action.CALL_OFF_BED),
) -> CommandAnswer:
    """Call off a bed in the placement's home; OVER_CAPACITY when none is free on every night."""
    caller.reach(stream_of("placement", wanted.placement_id))
    receipt = caller.service.registers.blocks.call_off(
        caller.occasion, block_id, wanted.placement_id, wanted.arrives, wanted.leaves
    )
    return carried_out(caller.service, receipt, response)


@router.post("/releases", status_code=201)
def release_bed(
    block_id: UUID,
    back: GivenBack,
    response: Response,
    caller: Commanding = commanding(Action.CALL_OFF_BED),
) -> CommandAnswer:
    """Give a bed back. When a placement ends, its bed is given back by itself."""
    caller.reach(stream_of("placement", back.placement_id))
    command = ReleaseBed(placement_id=PlacementId(back.placement_id), on=back.on, why=back.why)
    receipt = caller.service.registers.blocks.do(caller.occasion, block_id, command, None)
    return carried_out(caller.service, receipt, response)
