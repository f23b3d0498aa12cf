"""A provider answers for an offer that the council wrote down for it by telephone."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.referral.codes import InvitationId
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.answering import ProviderAnswer, answered
from interface.http.invitations.own import organisation_of, require_own
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class EnteredOfferAnswer(Body):
    """Whether the offer is one's own; where it is not, `text` says what was said instead."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"ours": False, "text": "We said that we would call back tomorrow."}
        }
    )

    ours: bool
    text: LongText | None = None


@router.post("/entered-offer-answers", status_code=201)
def answer_entered_offer(
    invitation_id: UUID,
    sent: EnteredOfferAnswer,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Own to the offer that was written down for one, or deny it: then it stands no more."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.entered.answer(
        caller.occasion,
        InvitationId(invitation_id),
        organisation_of(caller),
        ours=sent.ours,
        text=sent.text,
    )
    return answered(caller, invitation_id, receipt, response)
