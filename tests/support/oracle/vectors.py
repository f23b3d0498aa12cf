"""Where deadlines go wrong, drawn by the same dice every time.

Days lie near bank holidays, Easter, ends of months and leap days; instants near both nights on
which the clocks are changed, the opening and the closing of the office, and midnight. Calendars
are the shipped one, and that one with a day proclaimed or taken back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from tests.support.oracle.bank_holidays import bank_holidays
from tests.support.oracle.walking import A_DAY, A_MINUTE, Held, World

YEARS = range(2024, 2029)
SEED = 20261123

BESIDE = (
    date(2024, 2, 29),
    date(2026, 2, 28),
    date(2026, 8, 31),
    date(2026, 11, 30),
    date(2027, 1, 31),
    date(2028, 2, 29),
    date(2027, 8, 29),
)
"""Ends of months, and days that not every month and year has."""

CHANGES = (date(2026, 3, 29), date(2026, 10, 25), date(2028, 3, 26), date(2028, 10, 29))
HOURS = ((time(9), time(17)), (time(8, 30), time(18)), (time(10), time(16)))


@dataclass(frozen=True, kw_only=True)
class Vector:
    """One question: so many, from a day or from an instant, in such a world; perhaps held."""

    number: int
    day: date
    instant: datetime
    world: World
    held: Held


def vectors(name: str, count: int, most: int) -> Sequence[Vector]:
    """So many questions about up to so many units, the same whenever they are asked."""
    dice = Random(f"{SEED}:{name}")  # noqa: S311  # nobody has to be surprised by these
    return [_vector(dice, most) for _ in range(count)]


def _vector(dice: Random, most: int) -> Vector:
    instant = _instant(dice)
    since = instant + dice.randint(0, 36 * 60) * A_MINUTE
    until = since + dice.randint(1, 12 * 24 * 60) * A_MINUTE
    return Vector(
        number=dice.randint(1, most),
        day=_day(dice),
        instant=instant,
        world=_world(dice),
        held=Held(since=since, until=until),
    )


def _world(dice: Random) -> World:
    opens, closes = dice.choice(HOURS)
    days = set[date]().union(*(bank_holidays(year) for year in YEARS))
    if dice.random() < 1 / 3:
        days |= {_day(dice) for _ in range(3)}
    if dice.random() < 1 / 3:
        days -= set(dice.sample(sorted(days), 5))
    free = (day for day in days if day.weekday() < 5)  # Saturday
    return World(holidays=frozenset(free), opens=opens, closes=closes)


def _day(dice: Random) -> date:
    near = dice.choice([*BESIDE, *CHANGES, *_holidays()])
    return near + dice.randint(-12, 3) * A_DAY


def _instant(dice: Random) -> datetime:
    at = dice.choice([time(0), time(0, 30), time(1), time(9), time(16), time(17), time(23)])
    shift = timedelta(minutes=dice.choice([0, dice.randint(-90, 90)]))
    return datetime.combine(_day(dice), at, UTC) + shift


def _holidays() -> Iterator[date]:
    yield from sorted(bank_holidays(2026) | bank_holidays(2027))
