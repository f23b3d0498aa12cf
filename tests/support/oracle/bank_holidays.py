"""The bank holidays of England and Wales, by the Act of 1971 and by proclamation (R2, R12)."""

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.easter import easter  # type: ignore[import-untyped]

A_DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5

PROCLAIMED = {
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
}
"""Days that were given once: a wedding, two jubilees, a funeral and a coronation."""

MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Days that were put off in one year: for the jubilees, and for the end of the war."""


def bank_holidays(year: int) -> set[date]:
    """Those on which somebody would otherwise work: one at a weekend is its substitute."""
    sunday = easter(year)
    found = {sunday - 2 * A_DAY, sunday + A_DAY}
    for day in [*_fixed(year), *_mondays(year)]:
        free = MOVED.get(day, day)
        while free.weekday() >= SATURDAY or free in found:
            free += A_DAY
        found.add(free)
    return found | {day for day in PROCLAIMED if day.year == year}


def _fixed(year: int) -> Iterator[date]:
    yield date(year, 1, 1)
    yield date(year, 12, 25)
    yield date(year, 12, 26)


def _mondays(year: int) -> Iterator[date]:
    """The first of May, the last of May, the last of August."""
    yield next(day for day in _from(date(year, 5, 1)) if day.weekday() == MONDAY)
    yield next(day for day in _back(date(year, 5, 31)) if day.weekday() == MONDAY)
    yield next(day for day in _back(date(year, 8, 31)) if day.weekday() == MONDAY)


def _from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += A_DAY


def _back(day: date) -> Iterator[date]:
    while True:
        yield day
        day -= A_DAY
