"""The test vectors of docs/domain/03, 3.3, with the calendar as shipped."""

from datetime import UTC, date, datetime, time

import pytest
from pydantic import ValidationError

from domain.shared.calendar import OfficeHours
from domain.shared.deadlines import Limit, Unit, due_after, months_before
from domain.shared.moments import LONDON, london_day
from tests.support.clocks import CALENDAR, calendar

WORKING, DAYS, WEEKS, MONTHS = (
    Unit.WORKING_DAYS,
    Unit.CALENDAR_DAYS,
    Unit.WEEKS,
    Unit.MONTHS,
)


def london(day: date, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    """A wall time in London; `fold` picks the second of two in October."""
    return datetime.combine(day, time(hour, minute, fold=fold), LONDON)


def last_day(limit: Limit, start: date) -> date:
    return london_day(due_after(limit, start, CALENDAR).at)


@pytest.mark.parametrize(
    ("start", "number", "due"),
    [
        pytest.param(
            date(2026, 3, 2), 20, date(2026, 3, 30), marks=pytest.mark.covers("T1"), id="T1"
        ),
        pytest.param(
            date(2026, 3, 13), 20, date(2026, 4, 14), marks=pytest.mark.covers("T2"), id="T2"
        ),
        pytest.param(
            date(2026, 12, 4), 20, date(2027, 1, 6), marks=pytest.mark.covers("T3"), id="T3"
        ),
        pytest.param(
            date(2026, 12, 5), 20, date(2027, 1, 6), marks=pytest.mark.covers("T4"), id="T4"
        ),
        pytest.param(
            date(2026, 5, 4), 20, date(2026, 6, 2), marks=pytest.mark.covers("T5"), id="T5"
        ),
        pytest.param(
            date(2026, 4, 2), 5, date(2026, 4, 13), marks=pytest.mark.covers("T6"), id="T6"
        ),
        pytest.param(
            date(2026, 12, 24), 5, date(2027, 1, 5), marks=pytest.mark.covers("T7"), id="T7"
        ),
        pytest.param(
            date(2026, 12, 24), 10, date(2027, 1, 12), marks=pytest.mark.covers("T8"), id="T8"
        ),
        pytest.param(
            date(2026, 4, 2), 10, date(2026, 4, 20), marks=pytest.mark.covers("T9"), id="T9"
        ),
    ],
)
@pytest.mark.covers("R2", "R3")
def test_working_days_are_counted_from_the_day_after(start: date, number: int, due: date) -> None:
    assert last_day(Limit(number=number, unit=WORKING), start) == due


@pytest.mark.parametrize(
    ("start", "number", "unit", "due", "plan_by"),
    [
        pytest.param(
            date(2026, 11, 30),
            3,
            MONTHS,
            date(2027, 2, 28),
            date(2027, 2, 26),
            marks=pytest.mark.covers("T10"),
            id="T10",
        ),
        pytest.param(
            date(2026, 8, 31),
            6,
            MONTHS,
            date(2027, 2, 28),
            date(2027, 2, 26),
            marks=pytest.mark.covers("T11"),
            id="T11",
        ),
        pytest.param(
            date(2027, 8, 29),
            6,
            MONTHS,
            date(2028, 2, 29),
            date(2028, 2, 29),
            marks=pytest.mark.covers("T12"),
            id="T12",
        ),
        pytest.param(
            date(2026, 12, 11),
            2,
            WEEKS,
            date(2026, 12, 25),
            date(2026, 12, 24),
            marks=pytest.mark.covers("T13"),
            id="T13",
        ),
        pytest.param(
            date(2026, 12, 14),
            2,
            WEEKS,
            date(2026, 12, 28),
            date(2026, 12, 24),
            marks=pytest.mark.covers("T14"),
            id="T14",
        ),
        pytest.param(
            date(2026, 1, 3),
            3,
            MONTHS,
            date(2026, 4, 3),
            date(2026, 4, 2),
            marks=pytest.mark.covers("T15"),
            id="T15",
        ),
    ],
)
@pytest.mark.covers("R4", "R5", "R6")
def test_a_statutory_interval_does_not_roll_and_is_planned_for_the_working_day_before(
    start: date, number: int, unit: Unit, due: date, plan_by: date
) -> None:
    found = due_after(Limit(number=number, unit=unit), start, CALENDAR)

    assert found.at == london(due, 23, 59).replace(second=59)
    assert found.plan_by == plan_by


@pytest.mark.parametrize(
    ("received", "months", "due"),
    [
        pytest.param(
            date(2026, 9, 3), 1, date(2026, 10, 5), marks=pytest.mark.covers("T16"), id="T16"
        ),
        pytest.param(
            date(2027, 1, 31), 1, date(2027, 3, 1), marks=pytest.mark.covers("T17"), id="T17"
        ),
        pytest.param(
            date(2027, 1, 31),
            3,
            date(2027, 4, 30),
            marks=pytest.mark.covers("T17"),
            id="T17 extended",
        ),
        pytest.param(
            date(2026, 11, 28), 1, date(2026, 12, 29), marks=pytest.mark.covers("T18"), id="T18"
        ),
        pytest.param(
            date(2028, 1, 31), 1, date(2028, 2, 29), marks=pytest.mark.covers("T19"), id="T19"
        ),
    ],
)
@pytest.mark.covers("R7")
def test_a_subject_access_request_rolls_forward_to_a_working_day(
    received: date, months: int, due: date
) -> None:
    limit = Limit(number=months, unit=MONTHS, rolls_forward=True)

    assert last_day(limit, received) == due
    assert due_after(limit, received, CALENDAR).plan_by == due


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        pytest.param(
            london(date(2026, 3, 28), 10),
            24,
            "2026-03-29T11:00:00+01:00",
            marks=pytest.mark.covers("T20"),
            id="T20",
        ),
        pytest.param(
            london(date(2026, 10, 24), 10),
            24,
            "2026-10-25T09:00:00+00:00",
            marks=pytest.mark.covers("T21"),
            id="T21",
        ),
        pytest.param(
            london(date(2026, 3, 29), 0, 30),
            1,
            "2026-03-29T02:30:00+01:00",
            marks=pytest.mark.covers("T22"),
            id="T22",
        ),
        pytest.param(
            london(date(2026, 10, 25), 1, 30),
            1,
            "2026-10-25T01:30:00+00:00",
            marks=pytest.mark.covers("T23"),
            id="T23",
        ),
        pytest.param(
            london(date(2026, 3, 27), 18),
            72,
            "2026-03-30T19:00:00+01:00",
            marks=pytest.mark.covers("T24"),
            id="T24",
        ),
        pytest.param(
            london(date(2026, 10, 23), 18),
            72,
            "2026-10-26T17:00:00+00:00",
            marks=pytest.mark.covers("T25"),
            id="T25",
        ),
    ],
)
@pytest.mark.covers("R8")
def test_hours_are_elapsed_time_whatever_the_wall_clock_does(
    start: datetime, hours: int, due: str
) -> None:
    found = due_after(Limit(number=hours * 60, unit=Unit.MINUTES), start, CALENDAR)

    assert found.at.utcoffset() == UTC.utcoffset(None)
    assert found.at.astimezone(LONDON).isoformat() == due
    assert found.plan_by is None


@pytest.mark.parametrize(
    ("served", "days", "due"),
    [
        pytest.param(
            date(2027, 1, 30), 30, date(2027, 3, 1), marks=pytest.mark.covers("T26"), id="T26"
        ),
        pytest.param(
            date(2028, 1, 30), 30, date(2028, 2, 29), marks=pytest.mark.covers("T27"), id="T27"
        ),
        pytest.param(
            date(2026, 12, 14), 14, date(2026, 12, 28), marks=pytest.mark.covers("T28"), id="T28"
        ),
    ],
)
@pytest.mark.covers("R1")
def test_notice_is_counted_in_calendar_days_and_does_not_roll(
    served: date, days: int, due: date
) -> None:
    assert last_day(Limit(number=days, unit=DAYS), served) == due


@pytest.mark.covers("T29", "R5")
def test_a_first_visit_is_due_in_a_week_and_the_next_six_weeks_after_it() -> None:
    first = last_day(Limit(number=1, unit=WEEKS), date(2026, 2, 25))

    assert first == date(2026, 3, 4)
    assert last_day(Limit(number=6, unit=WEEKS), first) == date(2026, 4, 15)


@pytest.mark.covers("T30")
def test_a_temporary_approval_lasts_sixteen_weeks_and_eight_more_when_extended() -> None:
    ends = last_day(Limit(number=16, unit=WEEKS), date(2026, 9, 7))

    assert ends == date(2026, 12, 28)
    assert last_day(Limit(number=8, unit=WEEKS), ends) == date(2027, 2, 22)


@pytest.mark.covers("R1")
def test_a_day_is_the_day_in_london_on_which_it_happened() -> None:
    late_on_the_30th = datetime(2026, 6, 29, 23, 30, tzinfo=UTC)

    found = due_after(Limit(number=1, unit=DAYS), late_on_the_30th, CALENDAR)

    assert found.at == datetime(2026, 7, 1, 22, 59, 59, tzinfo=UTC)


def test_minutes_from_a_fact_known_to_the_day_run_from_its_first_moment() -> None:
    found = due_after(Limit(number=60, unit=Unit.MINUTES), date(2026, 6, 30), CALENDAR)

    assert found.at == london(date(2026, 6, 30), 1)


@pytest.mark.covers("R-23")
@pytest.mark.parametrize(
    ("day", "number", "before"),
    [
        (date(2028, 5, 31), 3, date(2028, 2, 29)),
        (date(2027, 5, 31), 3, date(2027, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_months_are_counted_back_to_the_corresponding_date(
    day: date, number: int, before: date
) -> None:
    assert months_before(day, number) == before


@pytest.mark.covers("R-03", "C-TRIAGE")
@pytest.mark.parametrize(
    ("start", "due"),
    [
        pytest.param(
            london(date(2026, 3, 2), 9), london(date(2026, 3, 2), 13), id="within one day"
        ),
        pytest.param(
            london(date(2026, 3, 2), 13), london(date(2026, 3, 2), 17), id="to the very close"
        ),
        pytest.param(
            london(date(2026, 3, 2), 15), london(date(2026, 3, 3), 11), id="into the next day"
        ),
        pytest.param(
            london(date(2026, 3, 2), 7), london(date(2026, 3, 2), 13), id="before opening"
        ),
        pytest.param(
            london(date(2026, 3, 2), 20), london(date(2026, 3, 3), 13), id="after closing"
        ),
        pytest.param(
            london(date(2026, 3, 27), 16),
            london(date(2026, 3, 30), 12),
            id="over a weekend in which the clocks change",
        ),
        pytest.param(
            london(date(2026, 4, 2), 16, 30), london(date(2026, 4, 7), 12, 30), id="over Easter"
        ),
        pytest.param(
            london(date(2026, 4, 4), 10), london(date(2026, 4, 7), 13), id="on a Saturday"
        ),
    ],
)
def test_four_working_hours_are_counted_while_the_office_is_open(
    start: datetime, due: datetime
) -> None:
    found = due_after(Limit(number=240, unit=Unit.WORKING_MINUTES), start, CALENDAR)

    assert found.at == due
    assert found.plan_by is None


@pytest.mark.covers("R-31")
def test_other_office_hours_make_another_deadline() -> None:
    until_four = OfficeHours(opens=time(10), closes=time(16))

    found = due_after(
        Limit(number=240, unit=Unit.WORKING_MINUTES),
        london(date(2026, 3, 2), 15),
        calendar(),
        until_four,
    )

    assert found.at == london(date(2026, 3, 3), 13)


def test_office_hours_close_after_they_open() -> None:
    with pytest.raises(ValidationError):
        OfficeHours(opens=time(17), closes=time(9))


def test_hours_cannot_roll_forward() -> None:
    with pytest.raises(ValidationError):
        Limit(number=1, unit=Unit.MINUTES, rolls_forward=True)


def test_a_limit_of_nothing_is_no_limit() -> None:
    with pytest.raises(ValidationError):
        Limit(number=0, unit=DAYS)
