"""A variation of the agreement: asked for, said no to, and taken back."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.placement.agreement import Party
from domain.placement.varying import Asker, Change, VariationKind
from interface.http.asking import Day
from interface.http.dependencies import Caller, Commanding, commanding
from interface.http.placements.variation_answers import Number, VariationAnswer, answered, party_of
from interface.http.problems import declared
from interface.http.text import Body, LongText

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


class ClosedVariation(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "The hours are needed."}})

    reason: LongText


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
    return answered(caller, placement_id, receipt, response)


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
        caller.occasion, placement_id, number, party_of(caller), said.reason
    )
    return answered(caller, placement_id, receipt, response, number)


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
        caller.occasion, placement_id, number, party_of(caller), said.reason
    )
    return answered(caller, placement_id, receipt, response, number)


def _asker(caller: Caller, asked: AskedVariation) -> Asker:
    if party_of(caller) is Party.PROVIDER:
        return Asker.PROVIDER
    return Asker.YOUNG_PERSON if asked.for_young_person else Asker.COUNCIL
