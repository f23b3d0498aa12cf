"""A placement goes on in another category of its contract."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.handlers import CategoryChange
from application.shared.office import stream_of
from domain.shared.vocabulary import ContractId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LotCode

router = APIRouter(
    prefix="/placements/{placement_id}",
    tags=["placements"],
    responses=declared(404, 409, 412, 428),
)


class NewCategory(Body):
    """The lot that the placement goes on in, from a day on."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"contract_id": examples.CONTRACT, "lot": "2.2", "on": "2026-03-16"}
        }
    )

    contract_id: UUID
    lot: LotCode
    on: Day


@router.post("/categories", status_code=201)
def recategorise(
    placement_id: UUID,
    new: NewCategory,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.RECATEGORISE),
) -> CommandAnswer:
    """Go on in another lot: the child stays, a new agreement follows. Meets C-NIGHTS-7."""
    caller.reach(stream_of("contract", new.contract_id))
    change = CategoryChange(contract_id=ContractId(new.contract_id), lot=new.lot, on=new.on)
    receipt = caller.service.placement.handlers.recategorise(
        caller.occasion, placement_id, change, version_seen
    )
    return carried_out(caller.service, receipt, response)
