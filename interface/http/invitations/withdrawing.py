"""A provider takes its offer back, or negotiates what it would do beyond the category."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.referral.standing_offers import Difference
from domain.referral.codes import InvitationId, OfferWithdrawalReason
from domain.shared.vocabulary import OfferId
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.answering import ProviderAnswer, answered
from interface.http.invitations.own import organisation_of, require_own
from interface.http.money import price_of
from interface.http.problems import declared
from interface.http.referrals.offers import AgreedDifference, ProposedDifference
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class OfferWithdrawal(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"reason": "place_taken", "text": "Another council was faster."}
        }
    )

    reason: OfferWithdrawalReason
    text: LongText | None = None


@router.post("/offer-withdrawals", status_code=201)
def withdraw_offer(
    invitation_id: UUID,
    sent: OfferWithdrawal,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Take one's offer back, until the agreement made from it is in force."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.offers.withdraw(
        caller.occasion,
        InvitationId(invitation_id),
        organisation_of(caller),
        sent.reason,
        sent.text,
    )
    return answered(caller, invitation_id, receipt, response)


@router.post("/category-differences", status_code=201)
def propose_difference(
    invitation_id: UUID,
    sent: ProposedDifference,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Say what the need takes beyond the category, and at what price one would do it."""
    require_own(caller, invitation_id)
    said = Difference(
        offer_id=OfferId(sent.offer_id),
        difference=sent.difference,
        extra_services=sent.extra_services,
        price=price_of(sent.price),
    )
    receipt = caller.service.search.offers.propose_difference_as(
        caller.occasion, InvitationId(invitation_id), organisation_of(caller), said
    )
    return answered(caller, invitation_id, receipt, response)


@router.post("/category-difference-agreements", status_code=201)
def agree_difference(
    invitation_id: UUID,
    sent: AgreedDifference,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Agree to the price that the council proposed last."""
    require_own(caller, invitation_id)
    receipt = caller.service.search.offers.agree_difference_as(
        caller.occasion,
        InvitationId(invitation_id),
        organisation_of(caller),
        OfferId(sent.offer_id),
    )
    return answered(caller, invitation_id, receipt, response)
