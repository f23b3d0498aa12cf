"""When a deadline is due that stood still: what was left is counted again (R11, R-55).

Elapsed time is moved by what the pause lasted. Office hours and days that were left when it
began are counted from when it ended, in their own unit: nothing is lost over a weekend.
"""

from datetime import date, datetime, timedelta

from domain.shared.calendar import ONE_DAY, Calendar, OfficeHours
from domain.shared.deadlines import Due, Unit, after_working_time
from domain.shared.moments import end_of_day, london_day

Pause = tuple[datetime, datetime]
"""From when, and until when."""


def due_after_pause(
    due: Due, unit: Unit, pause: Pause, calendar: Calendar, office_hours: OfficeHours
) -> Due:
    """When a deadline falls due that stood still during a pause."""
    since, until = pause
    match unit:
        case Unit.MINUTES:
            return Due(at=due.at + (until - since), plan_by=None)
        case Unit.WORKING_MINUTES:
            left = _open_between(since, due.at, calendar, office_hours)
            return Due(at=after_working_time(left, until, calendar, office_hours), plan_by=None)
        case Unit.OFFICE_CLOSINGS | Unit.NEXT_CLOSE:
            day = _working_day_left(due, pause, calendar)
            return Due(at=office_hours.on(day)[1], plan_by=None)
        case Unit.WORKING_DAYS:
            day = _working_day_left(due, pause, calendar)
        case _:
            day = london_day(until) + (london_day(due.at) - london_day(since))
    return Due(at=end_of_day(day), plan_by=calendar.on_or_before(day))


def _working_day_left(due: Due, pause: Pause, calendar: Calendar) -> date:
    """As many working days on from the end of the pause as there were from its beginning."""
    since, until = map(london_day, pause)
    last, left = london_day(due.at), 0
    day = since + ONE_DAY
    while day <= last:
        left += calendar.is_working_day(day)
        day += ONE_DAY
    return calendar.working_days_after(until, left) if left else calendar.on_or_after(until)


def _open_between(
    start: datetime, end: datetime, calendar: Calendar, office_hours: OfficeHours
) -> timedelta:
    total, day = timedelta(), london_day(start)
    while day <= london_day(end):
        if calendar.is_working_day(day):
            opens, closes = office_hours.on(day)
            total += max(min(closes, end) - max(opens, start), timedelta())
        day += ONE_DAY
    return total
