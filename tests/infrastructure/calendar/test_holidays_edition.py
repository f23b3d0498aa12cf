"""The calendar as shipped has the days that the specification names, and names its source."""

from datetime import date
from importlib.metadata import version

import pytest

from infrastructure.calendar.holidays_edition import FIRST_YEAR, LAST_YEAR, first_edition, source

CALENDAR = first_edition()


@pytest.mark.covers("R12")
@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2022, 9, 19), id="the Queen's funeral"),
        pytest.param(date(2023, 5, 8), id="the coronation"),
        pytest.param(date(2020, 5, 8), id="May Day moved to VE Day"),
        pytest.param(date(2026, 4, 3), id="Good Friday"),
        pytest.param(date(2026, 4, 6), id="Easter Monday"),
        pytest.param(date(2026, 8, 31), id="the English summer holiday, not the Scottish"),
        pytest.param(date(2026, 12, 28), id="the substitute for Boxing Day"),
        pytest.param(date(2027, 12, 28), id="the second substitute of a weekend Christmas"),
    ],
)
def test_nobody_works_on(day: date) -> None:
    assert not CALENDAR.is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2020, 5, 4), id="May Day, when it was moved"),
        pytest.param(date(2026, 1, 2), id="2 January, a holiday in Scotland"),
        pytest.param(date(2026, 8, 3), id="the Scottish summer holiday"),
    ],
)
def test_people_work_on(day: date) -> None:
    assert CALENDAR.is_working_day(day)


def test_every_year_has_the_eight_holidays_at_least_but_those_at_weekends() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        assert 8 <= len([day for day in CALENDAR.holidays if day.year == year]) <= 10, year


def test_the_edition_and_its_source_name_the_version_of_the_data() -> None:
    assert CALENDAR.edition == f"england-and-wales-holidays-{version('holidays')}"
    assert version("holidays") in source()
