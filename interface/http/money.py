"""Money as it is sent: whole pence a week, never a float."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from domain.shared.money import Funder, FundingHeading, PriceKind, PriceLine, Share
from domain.shared.vocabulary import Pence
from interface.http.text import Body

WeeklyPence = Annotated[int, Field(ge=0, le=100_000_000, strict=True)]

SumPence = Annotated[int, Field(ge=0, le=10_000_000_000, strict=True)]
"""Whole pence of a whole placement."""


class SentPriceLine(Body):
    """One line of a weekly price; of several children, for the `child` of that number."""

    kind: PriceKind
    weekly_pence: WeeklyPence
    child: int | None = Field(default=None, ge=1, le=20, strict=True)


class SentShare(Body):
    """One funder's part. Exactly one funder leads; `payer` is who is to be invoiced."""

    heading: FundingHeading
    payer: Funder | None = None
    weekly_pence: WeeklyPence
    lead: bool = False


def price_of(lines: Sequence[SentPriceLine]) -> tuple[PriceLine, ...]:
    return tuple(
        PriceLine(kind=each.kind, weekly=Pence(each.weekly_pence), child=each.child)
        for each in lines
    )


def shares_of(shares: Sequence[SentShare]) -> tuple[Share, ...]:
    return tuple(
        Share(
            heading=each.heading,
            payer=each.payer,
            weekly=Pence(each.weekly_pence),
            lead=each.lead,
        )
        for each in shares
    )
