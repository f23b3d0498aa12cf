"""A provider offers a home, and changes its own offer."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.referral.codes import InvitationId
from domain.referral.offer import Offer
from domain.shared.vocabulary import OfferId, SettingId
from interface.http import examples
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.answering import ProviderAnswer, answered
from interface.http.invitations.content import EXAMPLE, SentContent
from interface.http.invitations.own import organisation_of, require_own
from interface.http.invitations.siblings import SentForSiblings
from interface.http.money import SentPriceLine, price_of
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class SentOffer(Body):
    """A priced offer, open until the end of a day or until an instant.

    `setting_id` is a home that the provider itself runs; left out for support alone. What
    `content` must hold and does not is named at once (MISSING_INFORMATION). Of siblings it
    says which it takes; `half_hours` are those of each, and each line of the price says whose.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "setting_id": examples.SETTING,
                "earliest_start": "2026-03-09",
                "price": [
                    {"kind": "accommodation", "weekly_pence": 65000},
                    {"kind": "support_hours", "weekly_pence": 25000},
                ],
                "content": EXAMPLE,
                "half_hours": 20,
                "open_until": "2026-03-31",
                "outcomes": "Two key workers; cooking together on Sundays.",
            }
        }
    )

    setting_id: UUID | None = None
    earliest_start: Day
    price: list[SentPriceLine] = Field(max_length=50)
    half_hours: int = Field(ge=0, le=336, strict=True)
    open_until: Moment
    outcomes: LongText
    content: SentContent | None = None
    siblings: SentForSiblings | None = None


class AmendedOffer(SentOffer):
    """The offer as it is to read from now on, by the id that it was given."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "setting_id": examples.SETTING,
                "earliest_start": "2026-03-09",
                "price": [
                    {"kind": "accommodation", "weekly_pence": 62000},
                    {"kind": "support_hours", "weekly_pence": 25000},
                ],
                "content": EXAMPLE,
                "half_hours": 20,
                "open_until": "2026-03-31",
                "outcomes": "Two key workers; cooking together on Sundays.",
            }
        }
    )

    offer_id: UUID


@router.post("/offers", status_code=201)
def offer(
    invitation_id: UUID,
    sent: SentOffer,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Offer a home. After the deadline it is recorded all the same, as late."""
    require_own(caller, invitation_id)
    offered = offer_of(OfferId(caller.service.ids.new()), sent)
    receipt = caller.service.search.answering.offer(
        caller.occasion, InvitationId(invitation_id), organisation_of(caller), offered
    )
    return answered(caller, invitation_id, receipt, response)


@router.post("/offer-amendments", status_code=201)
def amendoffer_of(
    invitation_id: UUID,
    sent: AmendedOffer,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Change one's own offer, until the deadline; it is sent whole, as it is to read."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.answering.amend(
        caller.occasion,
        InvitationId(invitation_id),
        organisation_of(caller),
        offer_of(OfferId(sent.offer_id), sent),
    )
    return answered(caller, invitation_id, receipt, response)


def offer_of(offer_id: OfferId, sent: SentOffer) -> Offer:
    return Offer(
        offer_id=offer_id,
        setting_id=SettingId(sent.setting_id) if sent.setting_id else None,
        earliest_start=sent.earliest_start,
        price=price_of(sent.price),
        half_hours=sent.half_hours,
        open_until=sent.open_until,
        outcomes=sent.outcomes,
        content=sent.content and sent.content.content(),
        siblings=sent.siblings and sent.siblings.told(),
    )
