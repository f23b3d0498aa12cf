"""What the council does with offers before it chooses: admits late ones, asks, negotiates."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import AwareDatetime, ConfigDict, Field

from application.access.actions import Action
from application.referral.standing_offers import Difference
from domain.shared.vocabulary import OfferId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import SentPriceLine, price_of
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class LateAdmission(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"reason": "Both came minutes late, in an outage."}}
    )

    reason: LongText


class AmendmentRequest(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "what": "Say who is awake at night.",
                "until": "2026-03-05T12:00:00Z",
            }
        }
    )

    offer_id: UUID
    what: LongText
    until: AwareDatetime


class ProposedDifference(Body):
    """`price` is the whole weekly price that would hold, line by line."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "difference": "She needs someone awake at night for the first month.",
                "extra_services": "A waking night from ten to six.",
                "price": [{"kind": "accommodation", "weekly_pence": 98000}],
            }
        }
    )

    offer_id: UUID
    difference: LongText
    extra_services: LongText
    price: list[SentPriceLine] = Field(max_length=50)


class AgreedDifference(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"offer_id": examples.OFFER}})

    offer_id: UUID


@router.post("/late-offer-admissions", status_code=201, responses=declared(404, 409, 412, 428))
def admit_late_offers(
    referral_id: UUID,
    sent: LateAdmission,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ADMIT_LATE_OFFERS),
) -> CommandAnswer:
    """Admit every offer that came late, all alike, before one is chosen. Each still counts late."""
    receipt = caller.service.search.offers.admit_late(
        caller.occasion, referral_id, sent.reason, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/offer-amendment-requests", status_code=201)
def request_amendment(
    referral_id: UUID,
    sent: AmendmentRequest,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Ask a provider to change its offer after the deadline, until an instant."""
    receipt = caller.service.search.offers.request_amendment(
        caller.occasion, referral_id, OfferId(sent.offer_id), sent.what, sent.until
    )
    return carried_out(caller.service, receipt, response)


@router.post("/category-differences", status_code=201)
def propose_category_difference(
    referral_id: UUID,
    sent: ProposedDifference,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Name what the need takes beyond the category, and the price that would meet it (4-095)."""
    said = Difference(
        offer_id=OfferId(sent.offer_id),
        difference=sent.difference,
        extra_services=sent.extra_services,
        price=price_of(sent.price),
    )
    receipt = caller.service.search.offers.propose_difference(caller.occasion, referral_id, said)
    return carried_out(caller.service, receipt, response)


@router.post(
    "/category-difference-agreements", status_code=201, responses=declared(404, 409, 412, 428)
)
def agree_category_difference(
    referral_id: UUID,
    sent: AgreedDifference,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Agree to the price that the provider proposed last; the offer costs that from now on."""
    receipt = caller.service.search.offers.agree_difference(
        caller.occasion, referral_id, OfferId(sent.offer_id), version_seen
    )
    return carried_out(caller.service, receipt, response)
