"""Money in whole pence: price lines, and shares that add up exactly (6-72, R-11)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.shared.errors import BadContent
from domain.shared.messages import Value
from domain.shared.vocabulary import Pence

BASIS_POINTS = 10_000

Amount = Annotated[Pence, Field(ge=0, le=100_000_000, strict=True)]
"""Whole pence from nothing to a million pounds."""


class PriceKind(StrEnum):
    """What a line of the price is for (docs/domain/07, 7.2 and 7.6)."""

    ACCOMMODATION = "accommodation"
    SUPPORT_HOURS = "support_hours"
    NON_CARE = "non_care"
    EDUCATION = "education"
    THERAPY = "therapy"


class PriceLine(Value):
    """One line of a weekly price, in whole pence a week.

    `child` is the number of the child whom it is for, where siblings are placed together.
    """

    kind: PriceKind
    weekly: Amount
    child: int | None = Field(default=None, ge=1)


class FundingHeading(StrEnum):
    """Who pays, by heading (docs/domain/07, 7.5)."""

    SOCIAL_CARE = "social_care"
    EDUCATION = "education"
    HEALTH = "health"
    POOLED_S75 = "pooled_s75"
    HOUSING_BENEFIT = "housing_benefit"
    YOUTH_JUSTICE = "youth_justice"
    OTHER_AUTHORITY = "other_authority"


class Share(Value):
    """One funder's part of the weekly price, in whole pence a week."""

    heading: FundingHeading
    weekly: Amount
    lead: bool = False


class FundingSplitUnbalanced(BadContent):
    code = "FUNDING_SPLIT_UNBALANCED"
    title = "The funders' shares do not add up to the price"
    cites = "docs/domain/02, 2.2"


def weekly_total(lines: Sequence[PriceLine]) -> Pence:
    return Pence(sum(line.weekly for line in lines))


def require_balanced(total: Pence, shares: Sequence[Share]) -> None:
    """Refuse shares that do not add up to the penny, or that name no one lead funder."""
    shared = sum(share.weekly for share in shares)
    if shared != total:
        raise FundingSplitUnbalanced(
            f"The price is {total} pence a week and the shares come to {shared}.",
            total=total,
            shares=shared,
        )
    if [share.lead for share in shares].count(True) != 1:
        raise FundingSplitUnbalanced("Name exactly one lead funder.")


def split(
    total: Pence, parts: Mapping[FundingHeading, int], lead: FundingHeading
) -> Sequence[Share]:
    """Split a price by basis points: floored to the penny, the rest to the lead (R-11)."""
    if sum(parts.values()) != BASIS_POINTS or lead not in parts:
        raise FundingSplitUnbalanced("The parts do not come to the whole.")
    floored = {heading: total * part // BASIS_POINTS for heading, part in parts.items()}
    floored[lead] += total - sum(floored.values())
    return [
        Share(heading=heading, weekly=Pence(weekly), lead=heading is lead)
        for heading, weekly in floored.items()
    ]
