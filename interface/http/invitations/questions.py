"""A provider asks something before it answers."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.referral.codes import InvitationId
from domain.referral.triage import QuestionId
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.answering import ProviderAnswer, answered
from interface.http.invitations.own import organisation_of, require_own
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class Question(Body):
    """Something to ask the council. Others may read it only as the council shares it."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"text": "Must the room be on the ground floor?"}}
    )

    text: LongText


@router.post("/questions", status_code=201)
def ask_question(
    invitation_id: UUID,
    sent: Question,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Ask something before answering. The deadline stands."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.answering.ask(
        caller.occasion,
        InvitationId(invitation_id),
        organisation_of(caller),
        QuestionId(caller.service.ids.new()),
        sent.text,
    )
    return answered(caller, invitation_id, receipt, response)
