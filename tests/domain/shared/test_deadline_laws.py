"""What holds for every deadline, whatever the calendar and wherever it starts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.calendar import OFFICE_HOURS, Calendar
from domain.shared.deadlines import HOURLY, Limit, Unit, due_after, months_after, months_before
from domain.shared.moments import london_day

FIRST, LAST = date(2025, 12, 1), date(2026, 12, 31)

days = st.dates(FIRST, LAST)
instants = st.integers(0, 395 * 24 * 60).map(
    lambda minutes: datetime(2025, 12, 1, 0, 0, 30, tzinfo=UTC) + timedelta(minutes=minutes)
)
anchors = days | instants
calendars = st.builds(Calendar, edition=st.just("drawn"), holidays=st.frozensets(days, max_size=40))
numbers = st.integers(1, 60)
units = st.sampled_from(Unit)
limits = st.builds(Limit, number=numbers, unit=units)
day_limits = st.builds(Limit, number=numbers, unit=st.sampled_from(sorted(set(Unit) - HOURLY)))


@given(numbers, anchors, calendars)
@pytest.mark.covers("R2", "R3")
def test_so_many_working_days_lie_after_the_start_and_up_to_the_due_day(
    number: int, anchor: date | datetime, calendar: Calendar
) -> None:
    due = due_after(Limit(number=number, unit=Unit.WORKING_DAYS), anchor, calendar)

    start, last = london_day(anchor), london_day(due.at)
    between = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert last > start
    assert calendar.is_working_day(last)
    assert [calendar.is_working_day(day) for day in between].count(True) == number


@given(limits, anchors, calendars, days)
@pytest.mark.covers("R12")
def test_another_holiday_never_makes_a_deadline_earlier(
    limit: Limit, anchor: date | datetime, calendar: Calendar, proclaimed: date
) -> None:
    amended = Calendar(edition="amended", holidays=calendar.holidays | {proclaimed})

    assert due_after(limit, anchor, amended).at >= due_after(limit, anchor, calendar).at


@given(day_limits, anchors, calendars)
@pytest.mark.covers("R6")
def test_the_day_to_plan_by_is_the_last_working_day_up_to_the_due_day(
    limit: Limit, anchor: date | datetime, calendar: Calendar
) -> None:
    due = due_after(limit, anchor, calendar)

    assert due.plan_by is not None
    last = london_day(due.at)
    idle = [due.plan_by + timedelta(days=n) for n in range(1, (last - due.plan_by).days + 1)]
    assert due.plan_by <= last
    assert calendar.is_working_day(due.plan_by)
    assert not any(calendar.is_working_day(day) for day in idle)


@given(limits, anchors, calendars)
def test_a_deadline_lies_after_its_anchor(
    limit: Limit, anchor: date | datetime, calendar: Calendar
) -> None:
    due = due_after(limit, anchor, calendar)

    assert london_day(due.at) >= london_day(anchor)
    assert not isinstance(anchor, datetime) or due.at > anchor


@given(st.integers(1, 2000), anchors, calendars)
@pytest.mark.covers("R-03")
def test_the_office_is_open_for_so_many_working_minutes_up_to_the_deadline(
    number: int, anchor: date | datetime, calendar: Calendar
) -> None:
    due = due_after(Limit(number=number, unit=Unit.WORKING_MINUTES), anchor, calendar).at

    start = due_after(Limit(number=1, unit=Unit.MINUTES), anchor, calendar).at
    start -= timedelta(minutes=1)
    spent, day = timedelta(), london_day(start)
    while day <= london_day(due):
        opens, closes = OFFICE_HOURS.on(day)
        if calendar.is_working_day(day):
            spent += max(min(closes, due) - max(opens, start), timedelta())
        day += timedelta(days=1)
    assert spent == timedelta(minutes=number)


@given(days, numbers)
@pytest.mark.covers("R4", "R-23")
def test_months_counted_on_and_back_end_in_the_same_month_and_never_later(
    day: date, number: int
) -> None:
    there_and_back = months_before(months_after(day, number), number)

    assert (there_and_back.year, there_and_back.month) == (day.year, day.month)
    assert there_and_back <= day
    assert months_after(day, number).day in {day.day, 28, 29, 30}
