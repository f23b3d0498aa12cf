"""Telling somebody outside of a concern, in words that name nobody."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.shared.office import stream_of
from domain.concern.vocabulary import Party
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText

router = APIRouter(prefix="/concerns/{concern_id}", tags=["concerns"])


class SentWords(Body):
    """With whom, and so much as they are to read. `provider_id` of a provider alone."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "party": "provider",
                "provider_id": examples.PROVIDER,
                "text": "We look into how a child was held on the night of 9 March.",
            }
        }
    )

    party: Party
    provider_id: UUID | None = None
    text: PerhapsText


@router.post("/sharings", status_code=201, responses=declared(404, 409))
def share_concern(
    concern_id: UUID,
    sent: SentWords,
    response: Response,
    caller: Commanding = commanding(Action.SHARE_CONCERN),
) -> CommandAnswer:
    """Share it. Words in which whom it is against, or a child, is named are refused."""
    if sent.provider_id is not None:
        caller.reach(stream_of("provider", sent.provider_id))
    receipt = caller.service.concerns.handlers.shared(
        caller.occasion, concern_id, sent.party, sent.provider_id, sent.text
    )
    return carried_out(caller.service, receipt, response)
