"""A block begins, is varied, and is over."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.block.handlers import Variation
from domain.block.commands import ActivateBlock, EndBlock
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.blocks.buying import BY_WHAT_WAS_SEEN
from interface.http.blocks.sent import (
    SentBeds,
)
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.text import Body, CodeText

router = APIRouter(prefix="/blocks", tags=["blocks"])


class Beginning(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-03-01"}})

    on: Day


class SentVariation(Body):
    """All beds from a night on; without `until` the block ends when it was to."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "since": "2026-05-01",
                "homes": [{"setting_id": examples.SETTING, "beds": 4}],
                "reason": "one_not_needed",
            }
        }
    )

    since: Day
    homes: list[SentBeds] = Field(min_length=1, max_length=100)
    until: Day | None = None
    reason: CodeText

    def variation(self) -> Variation:
        homes = tuple(each.at() for each in self.homes)
        return Variation(from_=self.since, homes=homes, until=self.until, reason=self.reason)


class BlockOver(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"on": "2026-08-01", "reason": "no_longer_needed"}}
    )

    on: Day = Field(description="The first night without its beds")
    reason: CodeText


@router.post("/{block_id}/beginnings", status_code=201, responses=BY_WHAT_WAS_SEEN)
def begin_block(
    block_id: UUID,
    begun: Beginning,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_BLOCKS),
) -> CommandAnswer:
    """Record that the beds can be called off."""
    command = ActivateBlock(on=begun.on)
    blocks = caller.service.registers.blocks
    receipt = blocks.do(caller.occasion, block_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/{block_id}/variations", status_code=201, responses=BY_WHAT_WAS_SEEN)
def vary_block(
    block_id: UUID,
    sent: SentVariation,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_BLOCKS),
) -> CommandAnswer:
    """Buy more or fewer beds, or for longer. A bed that is called off stays."""
    blocks = caller.service.registers.blocks
    receipt = blocks.vary(caller.occasion, block_id, sent.variation(), version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/{block_id}/ends", status_code=201, responses=BY_WHAT_WAS_SEEN)
def end_block(
    block_id: UUID,
    over: BlockOver,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_BLOCKS),
) -> CommandAnswer:
    """End the block. Nobody moves by it; placements left without a bed are named."""
    command = EndBlock(on=over.on, reason=over.reason)
    blocks = caller.service.registers.blocks
    receipt = blocks.do(caller.occasion, block_id, command, version_seen)
    return carried_out(caller.service, receipt, response)
