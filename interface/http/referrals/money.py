"""The money for the preferred offer: asked for by one person, answered by another."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.money import Asked
from application.shared.office import stream_of
from domain.referral.codes import Code
from domain.referral.funding import FundingCondition
from domain.shared.money import (
    BASIS_POINTS,
    AgreementStanding,
    Funder,
    FundingHeading,
    PriceKind,
    ShareStatus,
)
from domain.shared.sharing import FunderLine
from domain.shared.vocabulary import OfferId, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import SentPriceLine, WeeklyPence, price_of
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class SentFunderLine(Body):
    """One funder's part: in pence, in hundredths of a per cent, or as an item of the price.

    A part is of what is left once items and pence are taken off; the lead funder bears the
    remainder. `status` is `expected`, or `agreed` with who agreed and under which reference.
    """

    heading: FundingHeading
    payer: Funder | None = None
    lead: bool = False
    weekly_pence: WeeklyPence | None = None
    basis_points: int | None = Field(default=None, ge=0, le=BASIS_POINTS, strict=True)
    item: PriceKind | None = None
    since: Day | None = None
    until: Day | None = None
    status: ShareStatus = ShareStatus.EXPECTED
    agreed_by: ShortText | None = None
    agreement_reference: ShortText | None = None
    agreement: AgreementStanding | None = None

    def line(self) -> FunderLine:
        told = self.model_dump(exclude={"weekly_pence", "agreed_by"})
        agreed_by = Subject(self.agreed_by) if self.agreed_by else None
        return FunderLine(**told, weekly=self.weekly_pence, agreed_by=agreed_by)


class FundingRequest(Body):
    """The offer's weekly price, line by line, and who pays which part of it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "price": [
                    {"kind": "accommodation", "weekly_pence": 65000},
                    {"kind": "support_hours", "weekly_pence": 25000},
                ],
                "shares": [
                    {"heading": "social_care", "basis_points": 6000, "lead": True},
                    {
                        "heading": "health",
                        "payer": "derby_and_derbyshire_icb",
                        "basis_points": 4000,
                    },
                ],
                "starts_on": "2026-03-09",
                "planned_weeks": 26,
            }
        }
    )

    price: list[SentPriceLine] = Field(min_length=1, max_length=50)
    shares: list[SentFunderLine] = Field(min_length=1, max_length=20)
    starts_on: Day
    planned_weeks: int | None = Field(default=None, ge=1, le=1000, strict=True)
    budget_heading: Code | None = None
    offer_id: UUID | None = Field(
        default=None, description="Of a home other than the chosen one: the offer it came of"
    )


class SentCondition(Body):
    """What is asked for along with the money, until which day if any."""

    code: Code
    text: LongText | None = None
    by: Day | None = None


class FundingAuthorisation(Body):
    """The plan is authorised, on these conditions if any, and on a panel's yes if one is named."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"conditions": [{"code": "review_at_six_weeks", "by": "2026-04-20"}]}
        }
    )

    conditions: list[SentCondition] = Field(default=[], max_length=20)
    panel_id: UUID | None = None


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
    asked = Asked(
        price=price_of(sent.price),
        lines=tuple(each.line() for each in sent.shares),
        starts_on=sent.starts_on,
        planned_weeks=sent.planned_weeks,
        budget_heading=sent.budget_heading,
        offer_id=OfferId(sent.offer_id) if sent.offer_id else None,
    )
    receipt = caller.service.search.money.request_funding(caller.occasion, referral_id, asked)
    return carried_out(caller.service, receipt, response)


@router.post("/funding-authorisations", status_code=201, responses=declared(404, 409, 412, 428))
def authorise_funding(
    referral_id: UUID,
    sent: FundingAuthorisation,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AUTHORISE_FUNDING),
) -> CommandAnswer:
    """Authorise the plan within one's own limit. Whoever asked for the money cannot.

    Every other funder's share is agreed or underwritten first.
    """
    conditions = tuple(FundingCondition(**each.model_dump()) for each in sent.conditions)
    word = None
    if sent.panel_id is not None:
        caller.reach(stream_of("panel", sent.panel_id))
        word = caller.service.registers.panel_words.word(sent.panel_id, referral_id)
    receipt = caller.service.search.money.authorise_funding(
        caller.occasion, referral_id, conditions, version_seen, rests_on=word
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
