"""The clock on a wall in London, told from UTC by the two Sundays on which it is changed."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

SUNDAY = 6
A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)


def wall(instant: datetime) -> datetime:
    """What the clock on the wall shows at an instant; naive, as a wall is."""
    shown = instant.astimezone(UTC).replace(tzinfo=None)
    return shown + AN_HOUR if _summer(shown) else shown


def first_instant(day: date, at: time) -> datetime:
    """The first instant at which the wall shows this; the hour that is skipped is never asked."""
    early = datetime.combine(day, at, UTC) - AN_HOUR
    return early if wall(early) == datetime.combine(day, at) else early + AN_HOUR


def _summer(utc: datetime) -> bool:
    return _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)


@cache
def _last_sunday(year: int, month: int) -> datetime:
    """One in the morning by UTC, on the last Sunday of a month of 31 days."""
    day = date(year, month, 31)
    while day.weekday() != SUNDAY:
        day -= A_DAY
    return datetime.combine(day, time(1))
