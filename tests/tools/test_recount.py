"""The count's own days, against other calendars; what it says of a log it is given."""

from datetime import date, timedelta

import holidays
from dateutil.easter import easter as easter_by_dateutil  # type: ignore[import-untyped]  # has none
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]  # as above

from tools.recount import days

YEARS = range(2024, 2033)


def test_bank_holidays_are_those_of_another_calendar() -> None:
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=YEARS)

    for year in YEARS:
        ours = {day for day in days.holidays(year) if day.weekday() < days.SATURDAY}
        assert ours == {d for d in theirs if d.year == year and d.weekday() < days.SATURDAY}
        assert days.easter(year) == easter_by_dateutil(year)


def test_months_are_those_of_another_library() -> None:
    for shift in range(0, 3000, 7):
        since = date(2024, 1, 29) + timedelta(shift)
        for number in (3, 6):
            assert days.months(since, number) == since + relativedelta(months=number)


def test_the_day_itself_never_counts_as_a_working_day() -> None:
    assert days.working_days(date(2026, 12, 4), 20) == date(2027, 1, 6)
    assert days.working_days(date(2026, 12, 5), 20) == date(2027, 1, 6)
