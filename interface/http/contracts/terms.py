"""The terms of a contract version as they are sent."""

from typing import Annotated

from pydantic import ConfigDict, Field

from application.contract.handlers import VersionContent
from domain.shared.inspection import Grade
from domain.shared.money import FundingHeading, PriceKind
from domain.shared.terms import (
    AgeRange,
    LotTerms,
    NoticeClass,
    NoticeParty,
    NoticeRule,
    Tier,
)
from domain.shared.vocabulary import Pence, Provision, Subject
from interface.http.asking import Day
from interface.http.contracts.framework import SentFramework
from interface.http.money import WeeklyPence
from interface.http.text import Body, CodeText, LotCode, ShortText

Minutes = Annotated[int, Field(ge=1, le=50_000, strict=True)]


class LotAges(Body):
    """From the birthday `first` to the day before the birthday `before`."""

    first: int = Field(ge=0, le=25, strict=True)
    before: int = Field(ge=1, le=26, strict=True)

    def range(self) -> AgeRange:
        return AgeRange(first=self.first, before=self.before)


class JoiningTime(Body):
    """A time in which providers may apply, its last day included; without one, from then on."""

    since: Day
    last: Day | None = None


class SentLot(Body):
    """One lot: what it buys, for which ages, with how many half hours of support a week."""

    code: LotCode
    title: ShortText
    provision: Provision
    ages: LotAges
    ages_in_education: LotAges | None = None
    half_hours: int = Field(ge=0, le=336, strict=True)
    ends_before_age: int | None = Field(default=None, ge=1, le=26, strict=True)
    max_nights: int | None = Field(default=None, ge=1, le=5_000, strict=True)
    provision_types: list[CodeText] = Field(default=[], max_length=20)
    same_day: bool = False
    joined_between: list[JoiningTime] = Field(default=[], max_length=20)
    weekly_ceiling_pence: WeeklyPence | None = None
    line_ceilings_pence: dict[PriceKind, WeeklyPence] = Field(default={})
    hourly_ceiling_pence: WeeklyPence | None = None
    expects: list[FundingHeading] = Field(default=[], max_length=10)

    def terms(self) -> LotTerms:
        ceiling, hourly = self.weekly_ceiling_pence, self.hourly_ceiling_pence
        return LotTerms(
            code=self.code,
            title=self.title,
            provision=self.provision,
            ages=self.ages.range(),
            ages_in_education=self.ages_in_education and self.ages_in_education.range(),
            half_hours=self.half_hours,
            ends_before_age=self.ends_before_age,
            max_nights=self.max_nights,
            provision_types=tuple(self.provision_types),
            same_day=self.same_day,
            joined_between=tuple((each.since, each.last) for each in self.joined_between),
            weekly_ceiling=None if ceiling is None else Pence(ceiling),
            line_ceilings={kind: Pence(most) for kind, most in self.line_ceilings_pence.items()},
            hourly_ceiling=None if hourly is None else Pence(hourly),
            expects=tuple(self.expects),
        )


class ResponseMinutes(Body):
    """How long providers have to answer, by tier."""

    standard: Minutes
    urgent: Minutes


class SentNoticeRule(Body):
    """The calendar days' notice that a party gives, and for which reasons."""

    party: NoticeParty
    notice_class: NoticeClass
    days: int = Field(ge=0, le=3_650, strict=True)
    reasons: list[CodeText] = Field(min_length=1, max_length=100)


class NewVersion(Body):
    """Everything that a version says, where it was read, and who approved it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "title": "Supported accommodation framework",
                "in_force_from": "2026-04-01",
                "lots": [
                    {
                        "code": "2.2",
                        "title": "Short term with support hours",
                        "provision": "supported_accommodation",
                        "ages": {"first": 16, "before": 18},
                        "half_hours": 50,
                        "ends_before_age": 18,
                    }
                ],
                "response_minutes": {"standard": 1440, "urgent": 60},
                "notice_rules": [
                    {
                        "party": "council",
                        "notice_class": "general",
                        "days": 30,
                        "reasons": ["better_match_found"],
                    }
                ],
                "source": "Framework agreement, schedule 2",
                "approved_by": "hollis-head-of-service",
            }
        }
    )

    title: ShortText
    in_force_from: Day
    lots: list[SentLot] = Field(min_length=1, max_length=100)
    response_minutes: ResponseMinutes
    notice_rules: list[SentNoticeRule] = Field(max_length=100)
    inspection_threshold: Grade | None = Field(
        default=None, description="A grade below it asks for a decision on suspension (2.9)"
    )
    access_hours: int = Field(
        default=24, ge=0, le=8760, description="So long a provider reads a pack after its outcome"
    )
    framework: SentFramework = SentFramework()
    source: ShortText
    approved_by: ShortText

    def content(self) -> VersionContent:
        return VersionContent(
            title=self.title,
            in_force_from=self.in_force_from,
            lots=tuple(lot.terms() for lot in self.lots),
            response_minutes={
                Tier.STANDARD: self.response_minutes.standard,
                Tier.URGENT: self.response_minutes.urgent,
            },
            notice_rules=tuple(
                NoticeRule(
                    party=rule.party,
                    notice_class=rule.notice_class,
                    days=rule.days,
                    reasons=tuple(rule.reasons),
                )
                for rule in self.notice_rules
            ),
            inspection_threshold=self.inspection_threshold,
            access_hours=self.access_hours,
            framework=self.framework.framework(),
            source=self.source,
            approved_by=Subject(self.approved_by),
        )
