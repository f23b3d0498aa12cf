"""The framework of a contract version as it is sent."""

from typing import Self

from pydantic import Field, model_validator

from domain.shared.envelope import GssCode
from domain.shared.framework import ContractDocument, Framework, UsualMonths
from interface.http.asking import Day
from interface.http.text import Body, CodeText, GssText, ShortText


class SentDocument(Body):
    """A document that is read with the version: its kind as a code, and where it is kept."""

    kind: CodeText
    title: ShortText
    reference: ShortText


class SentMonths(Body):
    """The usual length of a placement, in months; outside it is a warning."""

    least: int = Field(ge=1, le=240, strict=True)
    most: int = Field(ge=1, le=240, strict=True)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            raise ValueError("the least is more than the most")
        return self


class SentFramework(Body):
    """Whose framework it is, who may buy under it and how, until when, by which documents."""

    reference: ShortText | None = None
    lead_authority: GssText | None = None
    members: list[GssText] = Field(default=[], max_length=100)
    ends_on: Day | None = None
    documents: list[SentDocument] = Field(default=[], max_length=100)
    award_routes: list[CodeText] = Field(default=[], max_length=20)
    usual_months: SentMonths | None = None

    def framework(self) -> Framework:
        months = self.usual_months
        return Framework(
            reference=self.reference,
            lead_authority=GssCode(self.lead_authority) if self.lead_authority else None,
            members=tuple(map(GssCode, self.members)),
            ends_on=self.ends_on,
            documents=tuple(ContractDocument(**each.model_dump()) for each in self.documents),
            award_routes=tuple(self.award_routes),
            usual_months=UsualMonths(**months.model_dump()) if months else None,
        )
