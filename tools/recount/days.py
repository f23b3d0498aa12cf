"""Working days and months, reckoned by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count, islice

DECEMBER, MAY, AUGUST = 12, 5, 8
SATURDAY = 5


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by Gauss and Butcher."""
    century, in_century = divmod(year, 100)
    skipped, corrected = century // 4, (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - skipped - corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """Bank holidays of England and Wales in a year without a proclaimed one."""
    days = {easter(year) - timedelta(2), easter(year) + timedelta(1)}
    days.add(_monday_on_or_after(date(year, MAY, 1)))
    days.add(_monday_on_or_after(date(year, MAY, 25)))
    days.add(_monday_on_or_after(date(year, AUGUST, 25)))
    for fixed in (date(year, 1, 1), date(year, DECEMBER, 25), date(year, DECEMBER, 26)):
        days.add(next(d for d in _from(fixed) if d.weekday() < SATURDAY and d not in days))
    # Christmas itself is no working day, whichever day stands in for it.
    return frozenset(days | {date(year, DECEMBER, 25)})


def is_working(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def working_days(since: date, number: int) -> date:
    """The last day of so many working days; the day itself never counts."""
    following = (d for d in _from(since + timedelta(1)) if is_working(d))
    return next(islice(following, number - 1, None))


def months(since: date, number: int) -> date:
    """The corresponding date, or the last of its month."""
    year, month = divmod(since.year * 12 + since.month - 1 + number, 12)
    after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(
        date(year, month + 1, min(since.day, 28)) + timedelta(max(0, since.day - 28)),
        after - timedelta(1),
    )


def days(since: date, number: int) -> date:
    return since + timedelta(number)


def _from(day: date) -> Iterator[date]:
    return (day + timedelta(n) for n in count())


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(-day.weekday() % 7)
