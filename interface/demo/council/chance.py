"""What chance decides, from one source, so that the same seed tells the same story."""

from datetime import date, timedelta
from random import Random


def happens(rng: Random, percent: int) -> bool:
    return rng.randrange(100) < percent


def day_between(rng: Random, first: date, last: date) -> date:
    """A day from the first to the last, both included."""
    return first + timedelta(days=rng.randrange((last - first).days + 1))


def days_between(rng: Random, count: int, first: date, last: date) -> list[date]:
    """Different days in order; fewer than asked for where there are not so many."""
    available = (last - first).days + 1
    chosen = rng.sample(range(available), min(count, available))
    return [first + timedelta(days=number) for number in sorted(chosen)]


def after(day: date, days: int) -> date:
    return day + timedelta(days=days)
