"""A contract is put on record, and then its next versions; nothing in a version changes."""

from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from interface.http.answers import CommandAnswer, carried_out
from interface.http.contracts.terms import NewVersion
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared

router = APIRouter(prefix="/contracts", tags=["contracts"])


@router.post("", status_code=201, responses=declared())
def publish_contract(
    new: NewVersion, response: Response, caller: Commanding = commanding(Action.KEEP_CONTRACTS)
) -> CommandAnswer:
    """Put a new contract on record, with its first version."""
    receipt = caller.service.registers.contracts.publish_first(caller.occasion, new.content())
    location = f"/v1/contracts/{receipt.ids['contract_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/{contract_id}/versions", status_code=201, responses=declared(404, 409, 412, 428))
def publish_contract_version(
    contract_id: UUID,
    new: NewVersion,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_CONTRACTS),
) -> CommandAnswer:
    """Publish the version after the one that was seen. Only the contract's owner does."""
    receipt = caller.service.registers.contracts.publish_next(
        caller.occasion, contract_id, new.content(), version_seen
    )
    location = f"/v1/contracts/{contract_id}"
    return carried_out(caller.service, receipt, response, location)
