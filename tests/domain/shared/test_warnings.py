"""A deadline that comes nearer says so, at the steps of the edition in force (R14)."""

from datetime import UTC, date, datetime

import pytest

from domain.shared.clocks import ClockCode
from domain.shared.warnings import FIRST_WARNINGS, Warned, Warnings, Window, warned
from tests.support.clocks import CALENDAR

HOUR_CLOCK = Window(
    anchored_at=datetime(2026, 3, 6, 10, tzinfo=UTC),
    due=datetime(2026, 3, 6, 20, tzinfo=UTC),
    counted_in_days=False,
)
TWENTY_WORKING_DAYS = Window(
    anchored_at=date(2026, 3, 13),
    due=datetime(2026, 4, 14, 22, 59, 59, tzinfo=UTC),
    counted_in_days=True,
)
ONE_WORKING_DAY = Window(
    anchored_at=datetime(2026, 3, 2, 10, tzinfo=UTC),
    due=datetime(2026, 3, 3, 23, 59, 59, tzinfo=UTC),
    counted_in_days=True,
)


def at_hour(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 6, hour, minute, tzinfo=UTC)


def newest(window: Window, at: datetime) -> Warned | None:
    return warned(window, at, FIRST_WARNINGS, CALENDAR)


@pytest.mark.covers("R14")
@pytest.mark.parametrize(
    ("at", "percent"),
    [
        (at_hour(14, 59), None),
        (at_hour(15), 50),
        (at_hour(17, 59), 50),
        (at_hour(18), 80),
        (at_hour(20), 100),
        (at_hour(23), 100),
    ],
)
def test_a_clock_in_hours_warns_by_the_share_of_its_window(
    at: datetime, percent: int | None
) -> None:
    found = newest(HOUR_CLOCK, at)

    assert (found.percent if found else None) == percent


@pytest.mark.covers("R14")
@pytest.mark.parametrize(
    ("day", "left"),
    [
        (date(2026, 3, 26), None),
        (date(2026, 3, 27), 10),
        (date(2026, 3, 31), 10),
        (date(2026, 4, 7), 5),
        (date(2026, 4, 12), 5),
        (date(2026, 4, 13), 1),
        (date(2026, 4, 14), 1),
    ],
)
def test_a_clock_in_days_warns_by_working_days_over_easter(day: date, left: int | None) -> None:
    found = newest(TWENTY_WORKING_DAYS, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))

    assert (found.working_days_left if found else None) == left


@pytest.mark.covers("R14")
def test_a_step_that_lay_before_the_opening_was_never_a_step_of_this_clock() -> None:
    opened = datetime(2026, 3, 2, 10, tzinfo=UTC)

    assert newest(ONE_WORKING_DAY, opened) == Warned(since=opened, working_days_left=1)


@pytest.mark.covers("R14", "R-31")
def test_another_edition_warns_at_its_own_steps_and_names_its_own_roles() -> None:
    edition = Warnings(
        percents=(25,), working_days=(3,), worked_by={ClockCode("C-TRIAGE"): ("team_manager",)}
    )

    found = warned(HOUR_CLOCK, at_hour(13), edition, CALENDAR)

    assert found == Warned(since=at_hour(12, 30), percent=25)
    assert edition.roles("C-TRIAGE") == ("team_manager",)
    assert edition.roles("C-INHOUSE") == ("broker",)
