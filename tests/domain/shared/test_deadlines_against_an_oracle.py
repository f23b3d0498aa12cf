"""Deadlines held against somebody who walks through every day and every minute of them."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from domain.shared.calendar import Calendar, OfficeHours
from domain.shared.deadlines import Due, Limit, Unit, due_after
from domain.shared.moments import london_day
from domain.shared.pauses import due_after_pause
from infrastructure.calendar.holidays_edition import FIRST_YEAR, LAST_YEAR, first_edition
from tests.support.oracle import walking
from tests.support.oracle.bank_holidays import bank_holidays
from tests.support.oracle.vectors import Vector, vectors
from tests.support.oracle.walking import Held, World
from tests.support.oracle.wall import wall

Day = Callable[[Vector], date]
Instant = Callable[[Vector], datetime]
Resumed = Callable[[Vector, Held], datetime]


def ours(asked: Vector, unit: Unit, anchor: date | datetime, *, rolls: bool = False) -> Due:
    limit = Limit(number=asked.number, unit=unit, rolls_forward=rolls)
    return due_after(limit, anchor, *_editions(asked.world))


def _editions(world: World) -> tuple[Calendar, OfficeHours]:
    calendar = Calendar(edition="drawn", holidays=world.holidays)
    return calendar, OfficeHours(opens=world.opens, closes=world.closes)


@pytest.mark.covers("R2", "R12")
def test_the_shipped_bank_holidays_are_those_of_the_act_and_of_proclamations() -> None:
    years = range(FIRST_YEAR, LAST_YEAR + 1)

    assert first_edition().holidays == set[date]().union(*map(bank_holidays, years))


@pytest.mark.covers("R1", "R2", "R3", "R4", "R5", "R6")
@pytest.mark.parametrize(
    ("unit", "most", "walked"),
    [
        (Unit.CALENDAR_DAYS, 40, lambda v: walking.calendar_days(v.day, v.number)),
        (Unit.WEEKS, 16, lambda v: walking.calendar_days(v.day, 7 * v.number)),
        (Unit.MONTHS, 13, lambda v: walking.months(v.day, v.number)),
        (Unit.WORKING_DAYS, 25, lambda v: walking.working_days(v.day, v.number, v.world)),
    ],
)
def test_days_weeks_and_months_end_where_walking_through_them_does(
    unit: Unit, most: int, walked: Day
) -> None:
    for asked in vectors(unit, 60, most):
        due, last = ours(asked, unit, asked.day), walked(asked)

        assert (due.at, due.plan_by) == (walking.end_of(last), asked.world.worked_last(last)), asked


@pytest.mark.covers("R7")
def test_what_rolls_forward_ends_on_the_first_working_day_from_there() -> None:
    for asked in vectors("rolls", 40, 13):
        last = asked.world.works_next(walking.months(asked.day, asked.number))

        assert ours(asked, Unit.MONTHS, asked.day, rolls=True).plan_by == last, asked


@pytest.mark.covers("R8", "R-03")
@pytest.mark.parametrize(
    ("unit", "most", "walked"),
    [
        (Unit.MINUTES, 72 * 60, lambda v: walking.minutes(v.instant, v.number)),
        (Unit.WORKING_MINUTES, 600, lambda v: walking.open_minutes(v.instant, v.number, v.world)),
        (Unit.NEXT_CLOSE, 2, lambda v: walking.next_closing(v.instant, v.number, v.world)),
        (
            Unit.OFFICE_CLOSINGS,
            3,
            lambda v: walking.closings(wall(v.instant).date(), v.number, v.world),
        ),
    ],
)
def test_hours_end_where_walking_through_their_minutes_does(
    unit: Unit, most: int, walked: Instant
) -> None:
    for asked in vectors(unit, 40, most):
        due = ours(asked, unit, asked.instant)

        assert (due.at, due.plan_by) == (walked(asked), None), asked


@pytest.mark.covers("R11", "R-55")
@pytest.mark.parametrize(
    ("unit", "most", "walked"),
    [
        (Unit.MINUTES, 72 * 60, lambda v, h: walking.minutes(v.instant, v.number, h)),
        (
            Unit.WORKING_MINUTES,
            600,
            lambda v, h: walking.open_minutes(v.instant, v.number, v.world, h),
        ),
        (
            Unit.WORKING_DAYS,
            10,
            lambda v, h: walking.end_of(
                walking.working_days(wall(v.instant).date(), v.number, v.world, h)
            ),
        ),
    ],
)
def test_what_stood_still_ends_where_walking_past_the_pause_does(
    unit: Unit, most: int, walked: Resumed
) -> None:
    compared = 0
    for asked in vectors(f"held {unit}", 45, most):
        due, held = ours(asked, unit, asked.instant), asked.held
        if due.at < held.since:
            continue
        moved = due_after_pause(due, unit, (held.since, held.until), *_editions(asked.world))
        compared += 1

        assert moved.at == walked(asked, held), asked
        assert moved.plan_by == (london_day(moved.at) if due.plan_by else None)
    assert compared > 20  # enough of them were still running
