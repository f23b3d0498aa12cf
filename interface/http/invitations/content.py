"""The evidence of an offer as it is sent. What a route needs and is absent is named at once."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from domain.referral.offer_content import (
    AlternativeLocation,
    NightCover,
    OfferContent,
    OneOff,
    OutcomeAnswer,
)
from domain.shared.vocabulary import Pence
from interface.http.asking import Day
from interface.http.money import WeeklyPence
from interface.http.text import Body, LongText, ShortText

PlainCode = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
"""An entry of a dated code list, as the domain spells it."""

EXAMPLE: dict[str, Any] = {
    "vacant_from": "2026-03-07",
    "staffing": "Two staff by day, one at night.",
    "night_cover": "waking",
    "risk_management": "A known route home, and a call when she is late.",
    "shared": True,
    "co_residents": "Two young women of 17, both at college.",
    "impact_statement": "She would be the youngest; the group is settled.",
    "education_and_transport": "The college is twenty minutes by bus.",
    "introductions": "Tea on Tuesday, a night at the weekend.",
    "outcome_answers": [{"outcome": "independence", "answer": "Cooks with her key worker."}],
    "alternative_locations": [{"area": "nottingham", "why": "Near her aunt."}],
    "hourly_rate_pence": 2500,
    "one_offs": [{"kind": "bedding", "pence": 8000}],
    "signatory": "Placements director",
}


class SentOutcomeAnswer(Body):
    outcome: PlainCode
    answer: LongText


class SentAlternative(Body):
    """Another place where the need could be met, out of area too."""

    area: PlainCode
    why: LongText


class SentOneOff(Body):
    """What is paid once, in whole pence."""

    kind: PlainCode
    pence: WeeklyPence


class SentContent(Body):
    """What an offer says besides home, price and hours. `discount_basis_points`: 500 is 5 %."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    vacant_from: Day | None = None
    staffing: LongText | None = None
    night_cover: NightCover | None = None
    risk_management: LongText | None = None
    shared: bool | None = None
    co_residents: LongText | None = None
    impact_statement: LongText | None = None
    education_and_transport: LongText | None = None
    introductions: LongText | None = None
    exclusions: LongText | None = None
    social_value: LongText | None = None
    outcome_answers: list[SentOutcomeAnswer] = Field(default=[], max_length=50)
    alternative_locations: list[SentAlternative] = Field(default=[], max_length=20)
    hourly_rate_pence: WeeklyPence | None = None
    one_offs: list[SentOneOff] = Field(default=[], max_length=20)
    discount_basis_points: int | None = Field(default=None, ge=0, le=10_000, strict=True)
    signatory: ShortText | None = None

    def content(self) -> OfferContent:
        rate = self.hourly_rate_pence
        return OfferContent(
            vacant_from=self.vacant_from,
            staffing=self.staffing,
            night_cover=self.night_cover,
            risk_management=self.risk_management,
            shared=self.shared,
            co_residents=self.co_residents,
            impact_statement=self.impact_statement,
            education_and_transport=self.education_and_transport,
            introductions=self.introductions,
            exclusions=self.exclusions,
            social_value=self.social_value,
            outcome_answers=tuple(
                OutcomeAnswer(outcome=each.outcome, answer=each.answer)
                for each in self.outcome_answers
            ),
            alternative_locations=tuple(
                AlternativeLocation(area=each.area, why=each.why)
                for each in self.alternative_locations
            ),
            hourly_rate=None if rate is None else Pence(rate),
            one_offs=tuple(
                OneOff(kind=each.kind, amount=Pence(each.pence)) for each in self.one_offs
            ),
            discount=self.discount_basis_points,
            signatory=self.signatory,
        )
