"""When a period is over, found by walking through it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tests.support.oracle.wall import first_instant, wall

A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)
SATURDAY = 5
LAST_SECOND = time(23, 59, 59)

Days = Callable[[date], bool]


@dataclass(frozen=True, kw_only=True)
class World:
    """Which days are free, and when the office opens and closes."""

    holidays: frozenset[date]
    opens: time = time(9)
    closes: time = time(17)

    def works(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays

    def is_open(self, instant: datetime) -> bool:
        shown = wall(instant)
        return self.works(shown.date()) and self.opens <= shown.time() < self.closes

    def closing(self, day: date) -> datetime:
        return first_instant(day, self.closes)

    def worked_last(self, day: date) -> date:
        """The day itself, or the last one before it on which anybody works."""
        while not self.works(day):
            day -= A_DAY
        return day

    def works_next(self, day: date) -> date:
        """The day itself, or the first one after it on which anybody works."""
        while not self.works(day):
            day += A_DAY
        return day


@dataclass(frozen=True, kw_only=True)
class Held:
    """From when until when a clock stood still; known to the minute."""

    since: datetime
    until: datetime

    def holds(self, instant: datetime) -> bool:
        return self.since <= instant < self.until

    def holds_day(self, day: date) -> bool:
        return wall(self.since).date() < day <= wall(self.until).date()


def minutes(start: datetime, number: int, held: Held | None = None) -> datetime:
    return _minute_by_minute(start, number, lambda _: True, held)


def open_minutes(start: datetime, number: int, world: World, held: Held | None = None) -> datetime:
    return _minute_by_minute(start, number, world.is_open, held)


def _minute_by_minute(
    now: datetime, left: int, counts: Callable[[datetime], bool], held: Held | None
) -> datetime:
    while left:
        if counts(now) and not (held and held.holds(now)):
            left -= 1
        now += A_MINUTE
    return now


def working_days(start: date, number: int, world: World, held: Held | None = None) -> date:
    """The day it began is not counted, nor are free days or days on which it stood still.

    What was due on the very day on which it was held is due on the day on which it goes on.
    """
    day, left = start, number
    while left:
        day += A_DAY
        if world.works(day) and not (held and held.holds_day(day)):
            left -= 1
    if held and day <= wall(held.since).date():
        return world.works_next(wall(held.until).date())
    return day


def calendar_days(start: date, number: int) -> date:
    day = start
    for _ in range(number):
        day += A_DAY
    return day


def months(start: date, number: int) -> date:
    """From month to month by whole days, and back to the last that there is."""
    year, month = start.year, start.month
    for _ in range(number):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    wanted = start.day
    while not _exists(year, month, wanted):
        wanted -= 1
    return date(year, month, wanted)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def closings(start: date, number: int, world: World) -> datetime:
    """The closing of the office on the so-many-th working day after this one."""
    return world.closing(working_days(start, number, world))


def next_closing(start: datetime, number: int, world: World) -> datetime:
    """The so-many-th closing from an instant on, which may be today's."""
    now = start
    while True:
        shown = wall(now)
        if world.works(shown.date()) and shown.time() == world.closes:
            number -= 1
            if not number:
                return now
        now += A_MINUTE


def end_of(day: date) -> datetime:
    return first_instant(day, LAST_SECOND)
