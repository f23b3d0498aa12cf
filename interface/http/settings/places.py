"""Places out of use, and places that other authorities' children have."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.shared.office import stream_of
from domain.setting.codes import Code
from domain.setting.commands.places import (
    AskToReturn,
    BlockPlaces,
    RecordOtherAuthorityOccupancy,
    UnblockPlaces,
)
from domain.shared.vocabulary import PlacementId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(prefix="/settings/{setting_id}", tags=["settings"], responses=declared(404))


class NewBlock(Body):
    """Places taken out of use, for repairs or for a match that needs the room."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "count": 1,
                "since": "2026-05-01",
                "until": "2026-05-08",
                "reason": "repairs",
            }
        }
    )

    count: int = Field(ge=1, le=500, strict=True)
    since: Day
    until: Day | None = None
    reason: Code


class Unblock(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"block_id": examples.EVENT, "since": "2026-05-04"}}
    )

    block_id: UUID
    since: Day


class Return(Body):
    """A resident who was away, and the day on which they would come back."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "placement_id": examples.PLACEMENT,
                "away_since": "2026-05-01",
                "returns_on": "2026-05-09",
            }
        }
    )

    placement_id: UUID
    away_since: Day
    returns_on: Day


class OtherAuthorityOccupancy(Body):
    """How many children of other authorities live there: the whole count, from a day on."""

    model_config = ConfigDict(json_schema_extra={"example": {"count": 1, "since": "2026-05-01"}})

    count: int = Field(ge=0, le=500, strict=True)
    since: Day
    until: Day | None = None


@router.post("/blocks", status_code=201)
def block_places(
    setting_id: UUID,
    new: NewBlock,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Take free places out of use. Refused, night by night, where they are not free."""
    block_id = caller.service.ids.new()
    command = BlockPlaces(
        block_id=block_id, count=new.count, from_=new.since, until=new.until, reason=new.reason
    )
    receipt = caller.service.registers.settings.do(
        caller.occasion, setting_id, command, ids={"block_id": str(block_id)}
    )
    return carried_out(caller.service, receipt, response)


@router.post("/unblocks", status_code=201)
def unblock_places(
    setting_id: UUID,
    unblock: Unblock,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Put blocked places back into use from a day on."""
    command = UnblockPlaces(block_id=unblock.block_id, from_=unblock.since)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/returns", status_code=201)
def ask_to_return(
    setting_id: UUID,
    asked: Return,
    response: Response,
    caller: Commanding = commanding(Action.ASK_TO_RETURN),
) -> CommandAnswer:
    """Ask whether a resident may return though admissions are restricted: for the DCS (6-49)."""
    caller.reach(stream_of("placement", asked.placement_id))
    command = AskToReturn(
        placement_id=PlacementId(asked.placement_id),
        away_since=asked.away_since,
        returns_on=asked.returns_on,
    )
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/other-authority-occupancies", status_code=201)
def record_other_authority_occupancy(
    setting_id: UUID,
    fact: OtherAuthorityOccupancy,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record how many children of other authorities live there: a count and no more (6-57)."""
    command = RecordOtherAuthorityOccupancy(count=fact.count, from_=fact.since, until=fact.until)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)
