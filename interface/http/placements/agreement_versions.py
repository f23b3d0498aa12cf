"""The agreement as both sides read it, and their agreeing to its next version."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.access.policy import NO_NARRATIVE
from application.placement.agreement_shown import AgreementView, without_words
from application.placement.own_agreement import ProviderAgreement, as_provider_reads
from application.shared.asking import AsOf
from domain.shared.moments import london_day
from domain.shared.vocabulary import Pence
from interface.http.asking import AskedOf, Moment
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.money import WeeklyPence
from interface.http.placements.variation_answers import Number, VariationAnswer, answered, party_of
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class AgreedVariation(Body):
    """The price that is agreed to, and the costing that it comes from, as they are shown."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"costing": 1, "weekly_pence": 77500, "on": "2026-06-24"}}
    )

    costing: int = Field(ge=1, le=1000, strict=True)
    weekly_pence: WeeklyPence
    on: Moment


@router.get("/agreement", responses=declared(404))
def read_agreement(
    placement_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_AGREEMENT),
) -> AgreementView:
    """Every version with its whole price, what waits to be signed, and what is asked of it."""
    shown = caller.service.placement.agreements.view(placement_id, asked.of)
    response.headers["ETag"] = f'"{shown.version}"'
    return without_words(shown) if caller.principal.role in NO_NARRATIVE else shown


@router.get("/own-agreement", responses=declared(404))
def read_own_agreement(
    placement_id: UUID, caller: Caller = reading(Action.READ_OWN_AGREEMENT)
) -> ProviderAgreement:
    """As the provider: what is in force, what waits for a signature, and what is asked of it."""
    now = caller.service.clock.now()
    of = AsOf(day=london_day(now), position=None, at=now)
    return as_provider_reads(caller.service.placement.agreements.view(placement_id, of))


@router.post("/variations/{number}/agreements", status_code=201)
def agree_variation(
    *,
    placement_id: UUID,
    number: Number,
    agreed: AgreedVariation,
    response: Response,
    caller: Commanding = commanding(Action.AGREE_VARIATION),
) -> VariationAnswer:
    """Agree for one's own side to the costing that is named. The second makes the new version."""
    receipt = caller.service.placement.variations.agree(
        caller.occasion,
        placement_id,
        number,
        party=party_of(caller),
        costing=agreed.costing,
        weekly=Pence(agreed.weekly_pence),
        on=agreed.on,
    )
    return answered(caller, placement_id, receipt, response, number)
