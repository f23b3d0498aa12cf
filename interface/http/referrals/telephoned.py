"""What a provider offers by telephone at night is written down for it (R-125)."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.referral.answering import Said
from domain.shared.vocabulary import OfferId, ProviderId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Instant
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.content import EXAMPLE
from interface.http.invitations.offering import SentOffer, offer_of
from interface.http.problems import declared
from interface.http.text import ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class TelephonedOffer(SentOffer):
    """The offer as the provider would have sent it; who there said so, and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "provider_id": examples.PROVIDER,
                "said_by": "The manager on call",
                "at": "2026-03-06T21:55:00Z",
                "setting_id": examples.SETTING,
                "earliest_start": "2026-03-06",
                "price": [{"kind": "accommodation", "weekly_pence": 90000}],
                "content": EXAMPLE,
                "half_hours": 20,
                "open_until": "2026-03-09",
                "outcomes": "Somebody awake tonight; a key worker on Monday.",
            }
        }
    )

    provider_id: UUID
    said_by: ShortText
    at: Instant


@router.post("/telephoned-offers", status_code=201)
def enter_telephoned_offer(
    referral_id: UUID,
    sent: TelephonedOffer,
    response: Response,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Enter an emergency's offer that a provider made by telephone; it stands as its own."""
    offered = offer_of(OfferId(caller.service.ids.new()), sent)
    receipt = caller.service.search.answering.enter_offer(
        caller.occasion,
        referral_id,
        ProviderId(sent.provider_id),
        offered,
        Said(sent.said_by, sent.at),
    )
    return carried_out(caller.service, receipt, response)
