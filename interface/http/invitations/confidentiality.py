"""A provider binds itself to keep to itself what it is told of a child."""

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


class Confidentiality(Body):
    """The terms are those of the contract version that the search was published under."""

    model_config = ConfigDict(json_schema_extra={"example": {}})


@router.post("/confidentiality-acceptances", status_code=201)
def accept_confidentiality(
    invitation_id: UUID,
    _: Confidentiality,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Accept the confidentiality terms for this search; without that no matching pack comes."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.disclosure.accept_terms(
        caller.occasion, InvitationId(invitation_id), organisation_of(caller)
    )
    return answered(caller, invitation_id, receipt, response)
