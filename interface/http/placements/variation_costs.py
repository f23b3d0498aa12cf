"""What a variation would cost, and the word of who may authorise it."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.placement.variations import Reckoning
from domain.placement.agreement import Outcome
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import SentPriceLine, SentShare, price_of, shares_of
from interface.http.placements.agreement import SentOutcome
from interface.http.placements.variation_answers import Number
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


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
