"""The money for the preferred offer: asked for by one person, answered by another."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.policy import Action
from domain.referral.codes import Code
from domain.referral.funding import FundingPlan
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import SentPriceLine, SentShare, price_of, shares_of
from interface.http.problems import declared
from interface.http.referrals.search import Nothing
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class FundingRequest(Body):
    """The offer's weekly price, line by line, and the shares that cover it to the penny."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "price": [
                    {"kind": "accommodation", "weekly_pence": 65000},
                    {"kind": "support_hours", "weekly_pence": 25000},
                ],
                "shares": [{"heading": "social_care", "weekly_pence": 90000, "lead": True}],
                "starts_on": "2026-03-09",
                "planned_weeks": 26,
            }
        }
    )

    price: list[SentPriceLine] = Field(min_length=1, max_length=50)
    shares: list[SentShare] = Field(min_length=1, max_length=10)
    starts_on: Day
    planned_weeks: int | None = Field(default=None, ge=1, le=1000, strict=True)


class FundingRefusal(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"reason": "too_dear", "text": "Ask for a lower rate."}}
    )

    reason: Code
    text: LongText | None = None


@router.post("/funding-requests", status_code=201)
def request_funding(
    referral_id: UUID,
    sent: FundingRequest,
    response: Response,
    caller: Commanding = commanding(Action.REQUEST_FUNDING),
) -> CommandAnswer:
    """Put the price of the preferred offer to those who may spend it."""
    plan = FundingPlan(
        price=price_of(sent.price),
        shares=shares_of(sent.shares),
        starts_on=sent.starts_on,
        planned_weeks=sent.planned_weeks,
    )
    receipt = caller.service.search.money.request_funding(caller.occasion, referral_id, plan)
    return carried_out(caller.service, receipt, response)


@router.post("/funding-authorisations", status_code=201, responses=declared(404, 409, 412, 428))
def authorise_funding(
    referral_id: UUID,
    _: Nothing,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AUTHORISE_FUNDING),
) -> CommandAnswer:
    """Authorise the plan within one's own limit. Whoever asked for the money cannot."""
    receipt = caller.service.search.money.authorise_funding(
        caller.occasion, referral_id, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/funding-refusals", status_code=201)
def decline_funding(
    referral_id: UUID,
    sent: FundingRefusal,
    response: Response,
    caller: Commanding = commanding(Action.AUTHORISE_FUNDING),
) -> CommandAnswer:
    """Decline the plan; another may be put."""
    receipt = caller.service.search.money.decline_funding(
        caller.occasion, referral_id, sent.reason, sent.text
    )
    return carried_out(caller.service, receipt, response)
