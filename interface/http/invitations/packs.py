"""A provider opens the pack, and says that what it held is deleted."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.referral.codes import InvitationId
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.answering import ProviderAnswer, answered
from interface.http.invitations.own import organisation_of, require_own
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class View(Body):
    model_config = ConfigDict(json_schema_extra={"example": {}})


class Deletion(Body):
    """Every pack of this child that was held is deleted."""

    model_config = ConfigDict(json_schema_extra={"example": {}})


@router.post("/views", status_code=201)
def open_pack(
    invitation_id: UUID,
    _: View,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Open the pack. The first opening is recorded, and from then on it can be read."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.answering.open_pack(
        caller.occasion, InvitationId(invitation_id), organisation_of(caller)
    )
    return answered(caller, invitation_id, receipt, response)


@router.post("/pack-deletions", status_code=201)
def acknowledge_deletion(
    invitation_id: UUID,
    _: Deletion,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Say that every pack of this child has been deleted, where that was asked for."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.answering.acknowledge_deletion(
        caller.occasion, InvitationId(invitation_id), organisation_of(caller)
    )
    return answered(caller, invitation_id, receipt, response)
