"""A provider says that no offer will come."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.referral.codes import DeclineReason, InvitationId
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.answering import ProviderAnswer, answered
from interface.http.invitations.content import PlainCode
from interface.http.invitations.own import organisation_of, require_own
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class Decline(Body):
    """`needs` are codes of those that could not be met, for what the market lacks."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reason": "match_risk",
                "text": "We could not keep her safe at night.",
                "needs": ["missing"],
            }
        }
    )

    reason: DeclineReason
    text: LongText | None = None
    needs: list[PlainCode] = Field(default=[], max_length=20)


@router.post("/declines", status_code=201)
def decline(
    invitation_id: UUID,
    sent: Decline,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Say that no offer will come, and why: an answer all the same."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.answering.decline(
        caller.occasion,
        InvitationId(invitation_id),
        organisation_of(caller),
        sent.reason,
        sent.text,
        needs=tuple(sent.needs),
    )
    return answered(caller, invitation_id, receipt, response)
