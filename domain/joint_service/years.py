"""Financial years, and time in twelfths of a year."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import Field

APRIL = 4

FinancialYear = Annotated[int, Field(ge=1990, le=2200, strict=True)]
"""By the calendar year in which it begins, on 1 April: 2020 is 2020/21."""


def begins_on(year: int) -> date:
    return date(year, APRIL, 1)


def financial_year(day: date) -> int:
    """The financial year in which a day lies."""
    return day.year if day.month >= APRIL else day.year - 1


def years_of(since: date, until: date) -> Sequence[int]:
    """The financial years that a time from its first day until, and without, its last touches."""
    return [
        year
        for year in range(financial_year(since), financial_year(until) + 1)
        if begins_on(year) < until
    ]


def months_between(since: date, until: date) -> Fraction:
    """Whole months as one each; a part of a month by its own days (R-111)."""
    return _months_to(until) - _months_to(since)


def _months_to(day: date) -> Fraction:
    _, days = monthrange(day.year, day.month)
    return day.year * 12 + day.month + Fraction(day.day - 1, days)
