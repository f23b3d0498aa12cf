"""The words of a service bought together: who pays, how much a year, what was spent."""

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.joint_service.years import FinancialYear
from domain.shared.messages import Value
from domain.shared.money import Funder, FundingHeading
from domain.shared.vocabulary import Pence

Yearly = Annotated[Pence, Field(ge=0, le=100_000_000_000, strict=True)]
"""Whole pence from nothing to a thousand million pounds."""


class NamedFunder(Value):
    """Who pays, by a code that stays, and what it is called on the first day."""

    funder: Funder
    name: str = Field(min_length=1, max_length=200)
    heading: FundingHeading
    lead: bool = False


class Contribution(Value):
    """One funder's part, in pence for twelve months."""

    funder: Funder
    yearly: Yearly


class Contributions(Value):
    """Who pays how much a year from a day on: the parts come to `total` exactly."""

    since: date
    total: Yearly
    parts: tuple[Contribution, ...]


class Spend(Value):
    """What a funder spent in a financial year, as it was told on a day.

    `estimated` until the year has been closed.
    """

    funder: Funder
    year: FinancialYear
    pence: Yearly
    estimated: bool
    on: date
