"""When a period ends: days, weeks, months and working days are counted here and nowhere else.

The rules are R1 to R8 of docs/domain/03. The day on which something happens is day 0.
A limit counted in days is due at the end of its last day in London; one counted in minutes
is elapsed time, through nights, weekends and the changing of the clocks.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from domain.shared.calendar import OFFICE_HOURS, ONE_DAY, Calendar, OfficeHours
from domain.shared.messages import Value
from domain.shared.moments import begins, end_of_day, london_day


class Unit(StrEnum):
    """What a limit is counted in (docs/domain/03, 3.1).

    One office closing is when the office closes on the next working day; the next close may
    still be today's.
    """

    MINUTES = "minutes"
    WORKING_MINUTES = "working_minutes"
    NEXT_CLOSE = "next_close"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    OFFICE_CLOSINGS = "office_closings"


HOURLY = frozenset({Unit.MINUTES, Unit.WORKING_MINUTES, Unit.OFFICE_CLOSINGS, Unit.NEXT_CLOSE})


class Limit(Value):
    """So many units from the anchor.

    With `rolls_forward` a last day that is no working day gives way to the next that is:
    so for subject access (R7), never for a statutory interval (R6).
    """

    number: int = Field(ge=1)
    unit: Unit
    rolls_forward: bool = False

    @model_validator(mode="after")
    def _only_days_roll(self) -> Self:
        if self.rolls_forward and self.unit in HOURLY:
            raise ValueError("only a limit counted in days can roll forward")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The legal due instant and, for clocks counted in days, the working day to plan by."""

    at: datetime
    plan_by: date | None


def due_after(
    limit: Limit,
    anchor: date | datetime,
    calendar: Calendar,
    office_hours: OfficeHours = OFFICE_HOURS,
) -> Due:
    """When a limit that started at `anchor` runs out, with the editions given.

    A limit in minutes from an anchor known only to the day runs from that day's first
    moment: the true deadline cannot be earlier.
    """
    match limit.unit:
        case Unit.MINUTES:
            return Due(at=begins(anchor) + timedelta(minutes=limit.number), plan_by=None)
        case Unit.WORKING_MINUTES:
            return Due(
                at=after_working_time(
                    timedelta(minutes=limit.number), begins(anchor), calendar, office_hours
                ),
                plan_by=None,
            )
        case Unit.OFFICE_CLOSINGS:
            day = calendar.working_days_after(london_day(anchor), limit.number)
            return Due(at=office_hours.on(day)[1], plan_by=None)
        case Unit.NEXT_CLOSE:
            closes = _close_of_office(limit.number, begins(anchor), calendar, office_hours)
            return Due(at=closes, plan_by=None)
        case _:
            day = _last_day(limit, london_day(anchor), calendar)
            return Due(at=end_of_day(day), plan_by=calendar.on_or_before(day))


def months_after(day: date, number: int) -> date:
    """The corresponding date, or the last day of a month that has none (R4)."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(day: date, number: int) -> date:
    """Counted back, likewise: 31 May 2028 less three months is 29 February 2028 (R-23)."""
    return months_after(day, -number)


def _last_day(limit: Limit, start: date, calendar: Calendar) -> date:
    match limit.unit:
        case Unit.WORKING_DAYS:
            return calendar.working_days_after(start, limit.number)
        case Unit.WEEKS:
            day = start + timedelta(weeks=limit.number)
        case Unit.MONTHS:
            day = months_after(start, limit.number)
        case _:
            day = start + timedelta(days=limit.number)
    return calendar.on_or_after(day) if limit.rolls_forward else day


def _close_of_office(
    number: int, start: datetime, calendar: Calendar, office_hours: OfficeHours
) -> datetime:
    """The so-many-th close of the office from an instant on: today's or a later one (R-03)."""
    day = calendar.on_or_after(london_day(start))
    if office_hours.on(day)[1] < start:
        day = calendar.on_or_after(day + ONE_DAY)
    for _ in range(number - 1):
        day = calendar.on_or_after(day + ONE_DAY)
    return office_hours.on(day)[1]


def after_working_time(
    left: timedelta, start: datetime, calendar: Calendar, office_hours: OfficeHours
) -> datetime:
    """The instant at which so much time has gone by in which the office was open."""
    day = calendar.on_or_after(london_day(start))
    while True:
        opens, closes = office_hours.on(day)
        since = max(opens, start)
        if left <= closes - since:
            return since + left
        left -= max(closes - since, timedelta())
        day = calendar.on_or_after(day + ONE_DAY)
