"""When things are true: a London day, or an instant. Never a wall time without its offset.

A fact known to the day holds for that whole day in Europe/London; a fact known to
the minute is an instant. Inputs that name an hour must name their offset too, because
01:30 happens twice on the last Sunday of October.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BeforeValidator

LONDON = ZoneInfo("Europe/London")


def _day_or_instant(value: Any) -> Any:
    # Left to itself pydantic reads midnight UTC as a day and a number as an instant.
    if isinstance(value, str):
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    if isinstance(value, date):
        return value
    raise ValueError("give a date, or a date and time with its offset")


When = Annotated[date | AwareDatetime, BeforeValidator(_day_or_instant)]
"""A day (`date`) or an instant (`datetime` with offset): the precision is the type."""


def is_instant(when: date | datetime) -> bool:
    return isinstance(when, datetime)


def london_day(when: date | datetime) -> date:
    """The day on which this falls in Europe/London."""
    return _day_of(when, when.fold) if isinstance(when, datetime) else when


def within(day: date, since: date | None, until: date | None) -> bool:
    """Whether a day, or a night, lies from `since` on and before `until`; without, ever so."""
    return (since is None or since <= day) and (until is None or day < until)


def begins(when: date | datetime) -> datetime:
    """The instant from which this is true: for a day, its first moment in London."""
    if isinstance(when, datetime):
        return when if when.tzinfo is UTC else when.astimezone(UTC)
    return _first_moment(when)


def before(one: date | datetime, other: date | datetime) -> bool:
    """Whether one came before the other; where either is known to the day, an earlier day."""
    if is_instant(one) and is_instant(other):
        return begins(one) < begins(other)
    return london_day(one) < london_day(other)


def end_of_day(day: date) -> datetime:
    """The last second of a London day, 23:59:59: when a clock counted in days falls due."""
    return datetime.combine(day, time(23, 59, 59), LONDON).astimezone(UTC)


@lru_cache(maxsize=4096)
def _first_moment(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


@lru_cache(maxsize=4096)
def _day_of(instant: datetime, fold: int) -> date:
    # Two instants that differ by `fold` alone are equal and are not the same.
    del fold
    return instant.astimezone(LONDON).date()


def days_between(first: date, until: date) -> list[date]:
    """Every day from the first up to, and without, the last: the nights of a stay."""
    return [first + timedelta(days=n) for n in range((until - first).days)]


def is_future(when: date | datetime, now: datetime) -> bool:
    """Whether this has not happened yet. Today is not the future."""
    if isinstance(when, datetime):
        return when > now
    return when > london_day(now)
