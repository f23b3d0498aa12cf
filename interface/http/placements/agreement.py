"""The individual placement agreement: drafted, issued on authorised money, signed by both."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from application.access.actions import Action
from application.placement.handlers import AgreementContent
from domain.placement.agreement import Outcome, Party
from domain.placement.commands import SignAgreement
from domain.placement.events import AgreementInForce
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import ContractId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import SentPriceLine, SentShare, price_of, shares_of
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText, ShortText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class SentOutcome(Body):
    """What the placement is to achieve, and where the child starts from."""

    code: CodeText
    baseline: LongText
    measure: CodeText


class NewAgreement(Body):
    """Support in half hours a week: 20 means ten hours.

    `lot` is for a placement that came from no search: any other has its lot already.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "contract_id": examples.CONTRACT,
                "contract_version": 1,
                "price": [
                    {"kind": "accommodation", "weekly_pence": 65000},
                    {"kind": "support_hours", "weekly_pence": 25000},
                ],
                "half_hours": 20,
                "outcomes": [
                    {"code": "item_4", "baseline": "Has never cooked.", "measure": "scale_1_5"}
                ],
                "shares": [{"heading": "social_care", "weekly_pence": 90000, "lead": True}],
            }
        }
    )

    contract_id: UUID
    contract_version: int = Field(ge=1, le=1000, strict=True)
    lot: ShortText | None = None
    price: list[SentPriceLine] = Field(min_length=1, max_length=50)
    half_hours: int = Field(ge=0, le=336, strict=True)
    outcomes: list[SentOutcome] = Field(default=[], max_length=50)
    shares: list[SentShare] = Field(default=[], max_length=10)


class Issue(Body):
    model_config = ConfigDict(json_schema_extra={"example": {}})


class Signature(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-03-06"}})

    on: Moment


class ProviderSignature(BaseModel):
    """The provider has signed; `in_force` once the council has signed too."""

    placement_id: UUID
    in_force: bool


@router.post("/agreements", status_code=201)
def draft_agreement(
    placement_id: UUID,
    new: NewAgreement,
    response: Response,
    caller: Commanding = commanding(Action.MAKE_AGREEMENT),
) -> CommandAnswer:
    """Draft the agreement under one contract version, or draft it again before it is issued."""
    caller.reach(StreamId(f"contract-{new.contract_id}"))
    content = AgreementContent(
        contract_id=ContractId(new.contract_id),
        contract_version=new.contract_version,
        lot=new.lot,
        lines=price_of(new.price),
        half_hours=new.half_hours,
        outcomes=tuple(
            Outcome(code=each.code, baseline=each.baseline, measure=each.measure)
            for each in new.outcomes
        ),
        shares=shares_of(new.shares),
    )
    receipt = caller.service.placement.handlers.draft_agreement(
        caller.occasion, placement_id, content
    )
    return carried_out(caller.service, receipt, response)


@router.post("/agreement-issues", status_code=201, responses=declared(404, 409, 412, 428))
def issue_agreement(
    placement_id: UUID,
    _: Issue,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.MAKE_AGREEMENT),
) -> CommandAnswer:
    """Send the draft to both sides to be signed. Needs funding that covers price and period."""
    receipt = caller.service.placement.handlers.issue_agreement(
        caller.occasion, placement_id, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/council-signatures", status_code=201)
def sign_for_council(
    placement_id: UUID,
    signature: Signature,
    response: Response,
    caller: Commanding = commanding(Action.SIGN_FOR_COUNCIL),
) -> CommandAnswer:
    """Sign for the council. The second signature puts the agreement in force."""
    return _sign(placement_id, signature, response, caller, Party.COUNCIL)


@router.post("/provider-signatures", status_code=201)
def sign_for_provider(
    placement_id: UUID,
    signature: Signature,
    response: Response,
    caller: Commanding = commanding(Action.SIGN_FOR_PROVIDER),
) -> ProviderSignature:
    """Sign for the provider that the placement is with."""
    signed = _sign(placement_id, signature, response, caller, Party.PROVIDER)
    # How much has happened to the placement, or in the whole service, is not the provider's.
    del response.headers["ETag"]
    in_force = AgreementInForce.stored_as in signed.caused
    return ProviderSignature(placement_id=placement_id, in_force=in_force)


def _sign(
    placement_id: UUID,
    signature: Signature,
    response: Response,
    caller: Commanding,
    party: Literal[Party.COUNCIL, Party.PROVIDER],
) -> CommandAnswer:
    signatory = Subject(caller.principal.subject)
    command = SignAgreement(party=party, signatory=signatory, on=signature.on)
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
