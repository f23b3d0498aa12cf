"""The market is let in: approved, published, and what providers answer is closed."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.publishing import PackContent
from application.shared.office import stream_of
from domain.referral.codes import Code, Duration
from domain.referral.commands.answers import CloseResponses
from domain.referral.commands.search import ApproveExternalSearch
from domain.referral.pack import Risk, RiskLevel
from domain.shared.vocabulary import Pence, ProviderId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import WeeklyPence
from interface.http.problems import declared
from interface.http.referrals.search import Nothing
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class ExternalApproval(Body):
    """The market may be asked, at about so many pence a week."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"budget_heading": "external_16_plus", "indicative_weekly_pence": 95000}
        }
    )

    budget_heading: Code
    indicative_weekly_pence: WeeklyPence


class SentRisk(Body):
    category: Code
    level: RiskLevel


class SentPack(Body):
    """What is written for publication. Age, sex and legal status come from the record.

    `area` is broad and names nobody; `summary` is rewritten, and scanned for the child's
    names, postcodes and identifiers. Support is in half hours a week.
    """

    needs: list[Code] = Field(max_length=50)
    risks: list[SentRisk] = Field(max_length=50)
    sibling_group_size: int = Field(default=1, ge=1, le=20, strict=True)
    area: Code
    half_hours: int = Field(ge=0, le=336, strict=True)
    needed_from: Day
    duration: Duration
    indicative_weekly_pence: WeeklyPence | None = None
    summary: LongText

    def content(self) -> PackContent:
        weekly = self.indicative_weekly_pence
        return PackContent(
            needs=tuple(self.needs),
            risks=tuple(Risk(category=each.category, level=each.level) for each in self.risks),
            sibling_group_size=self.sibling_group_size,
            area=self.area,
            half_hours=self.half_hours,
            needed_from=self.needed_from,
            duration=self.duration,
            indicative_weekly=None if weekly is None else Pence(weekly),
            summary=self.summary,
        )


class Publication(Body):
    """`audience` is `lot` for its active members, or the ids of those of them to be asked."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "pack": {
                    "needs": ["trauma"],
                    "risks": [{"category": "missing", "level": "medium"}],
                    "area": "derby_south",
                    "half_hours": 20,
                    "needed_from": "2026-03-09",
                    "duration": "long",
                    "indicative_weekly_pence": 95000,
                    "summary": "Likes cooking; settles best with one steady adult.",
                },
                "certified_by": "bailey-broker",
                "audience": "lot",
            }
        }
    )

    pack: SentPack
    certified_by: ShortText | None = None
    audience: Literal["lot"] | Annotated[list[UUID], Field(max_length=1000)] = Field(
        examples=["lot", [examples.PROVIDER]]
    )


@router.post("/external-search-approvals", status_code=201, responses=declared(404, 409, 412, 428))
def approve_external_search(
    referral_id: UUID,
    sent: ExternalApproval,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_EXTERNAL_SEARCH),
) -> CommandAnswer:
    """Let the search go to the market. Whoever wrote or submitted the request cannot."""
    command = ApproveExternalSearch(
        budget_heading=sent.budget_heading,
        indicative_weekly=Pence(sent.indicative_weekly_pence),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.search.requests.do(caller.occasion, referral_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/publications", status_code=201, responses=declared(404, 409, 412, 428))
def publish_referral(
    referral_id: UUID,
    sent: Publication,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Release the redacted pack, and ask each provider once, all until the same instant."""
    named = None if sent.audience == "lot" else [ProviderId(each) for each in sent.audience]
    for provider_id in named or ():
        caller.reach(stream_of("provider", provider_id))
    receipt = caller.service.search.publishing.publish(
        caller.occasion,
        referral_id,
        sent.pack.content(),
        certified_by=Subject(sent.certified_by) if sent.certified_by else None,
        named=named,
        expecting=version_seen,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/response-closures", status_code=201)
def close_responses(
    referral_id: UUID,
    _: Nothing,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Stop waiting: everybody answered, or had the time to. By itself the service does so too."""
    command = CloseResponses(now=caller.occasion.now)
    receipt = caller.service.search.requests.do(caller.occasion, referral_id, command)
    return carried_out(caller.service, receipt, response)
