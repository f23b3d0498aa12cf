"""The agreement as both sides read it, and its variations: asked, costed, authorised, agreed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from application.access.actions import Action
from application.access.policy import NO_NARRATIVE
from application.access.principal import PROVIDER_ROLES
from application.placement.agreement_shown import AgreementView, as_provider_reads, without_words
from application.placement.variations import Reckoning
from application.shared.ports import Receipt
from domain.placement.agreement import Outcome, Party
from domain.placement.events import AgreementVaried
from domain.placement.varying import Asker, Change, VariationKind
from domain.shared.vocabulary import Pence
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf, Day, Moment
from interface.http.dependencies import Caller, Commanding, VersionSeen, commanding, reading
from interface.http.money import SentPriceLine, SentShare, WeeklyPence, price_of, shares_of
from interface.http.placements.agreement import SentOutcome
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText

Number = Annotated[
    int, Path(ge=1, le=1000, description="Which variation: the first asked for is 1")
]

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class AskedVariation(Body):
    """What is to be otherwise, and from which day. What it costs follows.

    `half_hours` a week where the hours change, `ends_on` where it is to end on another day.
    `for_young_person` is said by who asks on the young person's behalf.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "hours",
                "effective_on": "2026-07-01",
                "half_hours": 10,
                "reason": "She shops and cooks for herself now.",
            }
        }
    )

    kind: VariationKind
    effective_on: Day
    half_hours: int | None = Field(default=None, ge=0, le=336, strict=True)
    ends_on: Day | None = None
    reason: LongText
    for_young_person: bool = False


class CostedVariation(Body):
    """The whole price and the whole split; outcomes and services stay where they are left out."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "price": [
                    {"kind": "accommodation", "weekly_pence": 65000},
                    {"kind": "support_hours", "weekly_pence": 12500},
                ],
                "shares": [{"heading": "social_care", "weekly_pence": 77500, "lead": True}],
            }
        }
    )

    price: list[SentPriceLine] = Field(min_length=1, max_length=50)
    shares: list[SentShare] = Field(min_length=1, max_length=10)
    outcomes: list[SentOutcome] | None = Field(default=None, max_length=50)
    services: list[CodeText] | None = Field(default=None, max_length=50)


class AuthorisedVariation(Body):
    """`retrospective_reason` is asked for where the day of effect is past."""

    model_config = ConfigDict(json_schema_extra={"example": {}})

    retrospective_reason: LongText | None = None


class AgreedVariation(Body):
    """The price that is agreed to, as it is shown."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"weekly_pence": 77500, "on": "2026-06-24"}}
    )

    weekly_pence: WeeklyPence
    on: Moment


class ClosedVariation(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "The hours are needed."}})

    reason: LongText


class VariationAnswer(BaseModel):
    """`varied` once both sides have agreed; `variation` is the number of one just asked for."""

    placement_id: UUID
    variation: int
    varied: bool


@router.get("/agreement", responses=declared(404))
def read_agreement(
    placement_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_AGREEMENT),
) -> AgreementView:
    """Every version with its whole price, what waits to be signed, and what is asked of it."""
    shown = caller.service.placement.agreements.view(placement_id, asked.of)
    if _party(caller) is Party.PROVIDER:
        return as_provider_reads(shown)
    response.headers["ETag"] = f'"{shown.version}"'
    return without_words(shown) if caller.principal.role in NO_NARRATIVE else shown


@router.post("/variations", status_code=201)
def request_variation(
    placement_id: UUID,
    asked: AskedVariation,
    response: Response,
    caller: Commanding = commanding(Action.ASK_VARIATION),
) -> VariationAnswer:
    """Ask for something to be otherwise. Nothing changes before both sides have agreed (6-34)."""
    change = Change(
        kind=asked.kind,
        effective_on=asked.effective_on,
        half_hours=asked.half_hours,
        ends_on=asked.ends_on,
    )
    receipt = caller.service.placement.variations.request(
        caller.occasion, placement_id, change, _asker(caller, asked), asked.reason
    )
    return _answered(caller, placement_id, receipt, response)


@router.post(
    "/variations/{number}/costings", status_code=201, responses=declared(404, 409, 412, 428)
)
def cost_variation(
    *,
    placement_id: UUID,
    number: Number,
    costed: CostedVariation,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.COST_VARIATION),
) -> CommandAnswer:
    """Say what it would cost, and who would pay; the answer's events say what that needs."""
    outcomes = costed.outcomes and tuple(Outcome(**each.model_dump()) for each in costed.outcomes)
    said = Reckoning(
        lines=price_of(costed.price),
        shares=shares_of(costed.shares),
        outcomes=outcomes or None,
        services=tuple(costed.services) if costed.services is not None else None,
    )
    receipt = caller.service.placement.variations.cost(
        caller.occasion, placement_id, number, said, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post(
    "/variations/{number}/authorisations", status_code=201, responses=declared(404, 409, 412, 428)
)
def authorise_variation(
    *,
    placement_id: UUID,
    number: Number,
    authorised: AuthorisedVariation,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AUTHORISE_VARIATION),
) -> CommandAnswer:
    """Authorise it: somebody else than who asked or reckoned, and a broker what costs no more."""
    receipt = caller.service.placement.variations.authorise(
        caller.occasion, placement_id, number, authorised.retrospective_reason, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/variations/{number}/agreements", status_code=201)
def agree_variation(
    *,
    placement_id: UUID,
    number: Number,
    agreed: AgreedVariation,
    response: Response,
    caller: Commanding = commanding(Action.AGREE_VARIATION),
) -> VariationAnswer:
    """Agree for one's own side to the price that is named. The second makes the new version."""
    receipt = caller.service.placement.variations.agree(
        caller.occasion,
        placement_id,
        number,
        party=_party(caller),
        weekly=Pence(agreed.weekly_pence),
        on=agreed.on,
    )
    return _answered(caller, placement_id, receipt, response, number)


@router.post("/variations/{number}/refusals", status_code=201)
def refuse_variation(
    *,
    placement_id: UUID,
    number: Number,
    said: ClosedVariation,
    response: Response,
    caller: Commanding = commanding(Action.REFUSE_VARIATION),
) -> VariationAnswer:
    """Say no to it, for one's own side and with a reason."""
    receipt = caller.service.placement.variations.refuse(
        caller.occasion, placement_id, number, _party(caller), said.reason
    )
    return _answered(caller, placement_id, receipt, response, number)


@router.post("/variations/{number}/withdrawals", status_code=201)
def withdraw_variation(
    *,
    placement_id: UUID,
    number: Number,
    said: ClosedVariation,
    response: Response,
    caller: Commanding = commanding(Action.ASK_VARIATION),
) -> VariationAnswer:
    """Take back what one's own side asked for."""
    receipt = caller.service.placement.variations.withdraw(
        caller.occasion, placement_id, number, _party(caller), said.reason
    )
    return _answered(caller, placement_id, receipt, response, number)


def _party(caller: Caller) -> Party:
    provider = caller.principal.role in PROVIDER_ROLES
    return Party.PROVIDER if provider else Party.COUNCIL


def _asker(caller: Caller, asked: AskedVariation) -> Asker:
    if _party(caller) is Party.PROVIDER:
        return Asker.PROVIDER
    return Asker.YOUNG_PERSON if asked.for_young_person else Asker.COUNCIL


def _answered(
    caller: Commanding,
    placement_id: UUID,
    receipt: Receipt,
    response: Response,
    number: int | None = None,
) -> VariationAnswer:
    """How much has happened to the placement is not the provider's: it is given no ETag."""
    answer = carried_out(caller.service, receipt, response)
    if _party(caller) is Party.PROVIDER:
        del response.headers["ETag"]
    return VariationAnswer(
        placement_id=placement_id,
        variation=number or int(receipt.ids["variation"]),
        varied=AgreementVaried.stored_as in answer.caused,
    )
