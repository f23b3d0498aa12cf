"""What a provider answers. Nobody else's answer, nor the search itself, shows through."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from application.access.actions import Action
from application.shared.ports import Receipt
from domain.referral.codes import DeclineReason, InvitationId
from domain.referral.offer import Offer
from domain.referral.triage import QuestionId
from domain.shared.vocabulary import OfferId, SettingId
from interface.http import examples
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.invitations.content import EXAMPLE, PlainCode, SentContent
from interface.http.invitations.own import organisation_of, own, require_own
from interface.http.invitations.siblings import SentForSiblings
from interface.http.money import SentPriceLine, price_of
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/invitations/{invitation_id}", tags=["invitations"], responses=declared(404, 409)
)


class View(Body):
    model_config = ConfigDict(json_schema_extra={"example": {}})


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


class Question(Body):
    """Something to ask the council. Others may read it only as the council shares it."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"text": "Must the room be on the ground floor?"}}
    )

    text: LongText


class Deletion(Body):
    """Every pack of this child that was held is deleted."""

    model_config = ConfigDict(json_schema_extra={"example": {}})


class ProviderAnswer(BaseModel):
    """What the act did to this invitation; `version` counts what happened to it alone."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "invitation_id": examples.INVITATION,
                "version": 3,
                "ids": {"offer_id": examples.OFFER},
                "caused": ["referral.offer_submitted.v1"],
                "read_models": "current",
            }
        }
    )

    invitation_id: UUID
    version: int
    ids: dict[str, str]
    caused: list[str]
    read_models: Literal["current", "behind"] = "current"


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


@router.post("/offers", status_code=201)
def offer(
    invitation_id: UUID,
    sent: SentOffer,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_INVITATION),
) -> ProviderAnswer:
    """Offer a home. After the deadline it is recorded all the same, as late."""
    require_own(caller, invitation_id)
    offered = _offer(OfferId(caller.service.ids.new()), sent)
    receipt = caller.service.search.answering.offer(
        caller.occasion, InvitationId(invitation_id), organisation_of(caller), offered
    )
    return answered(caller, invitation_id, receipt, response)


@router.post("/offer-amendments", status_code=201)
def amend_offer(
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
        _offer(OfferId(sent.offer_id), sent),
    )
    return answered(caller, invitation_id, receipt, response)


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


def _offer(offer_id: OfferId, sent: SentOffer) -> Offer:
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


def answered(
    caller: Commanding, invitation_id: UUID, receipt: Receipt, response: Response
) -> ProviderAnswer:
    standing = caller.service.read_models.wait_for(receipt.position) if receipt.position else None
    version = (
        caller.service.search.views.version_of_invitation(receipt, organisation_of(caller))
        or own(caller, invitation_id).version
    )
    response.headers["ETag"] = f'"{version}"'
    return ProviderAnswer(
        invitation_id=invitation_id,
        version=version,
        ids=dict(receipt.ids),
        caused=list(receipt.caused),
        read_models="behind" if standing and standing.behind else "current",
    )
