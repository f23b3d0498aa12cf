"""Yearly contributions cut into financial years: no penny is lost, and R-38's arithmetic."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.joint_service.agreement import Contribution, Contributions
from domain.joint_service.contributions import due_between, due_in_year
from domain.joint_service.years import begins_on, financial_year, months_between, years_of
from domain.shared.vocabulary import Pence
from tests.support.joint_services import DERBY, DERBYSHIRE, HEALTH, SINCE, UNTIL, sums

YEARS = list(range(2020, 2026))


@pytest.mark.covers("R-38", "3-030")
def test_seven_twelfths_of_derbys_part_are_not_what_was_spent_in_the_first_year() -> None:
    due = [due_in_year([sums()], DERBYSHIRE, UNTIL, year)[DERBY] for year in (2020, 2021)]

    assert due == [13_766_666, 23_600_000]
    spent = [13_707_400, 23_659_300]
    assert [s - d for s, d in zip(spent, due, strict=True)] == [-59_266, 59_300]
    assert sum(spent) - sum(due) == 34


@pytest.mark.covers("3-029", "R-111")
def test_the_years_of_the_whole_time_come_to_what_was_agreed_to_the_penny() -> None:
    by_year = [due_in_year([sums()], DERBYSHIRE, UNTIL, year) for year in YEARS]

    assert sum(by_year[0].values()) == 153_300_000 * 7 // 12
    assert sum((Counter(each) for each in by_year), Counter()) == {
        DERBY: 5 * 23_600_000,
        DERBYSHIRE: 5 * 45_000_000,
        HEALTH: 5 * 84_700_000,
    }


def test_a_financial_year_begins_in_april() -> None:
    days = (date(2021, 3, 31), date(2021, 4, 1))
    assert [financial_year(day) for day in days] == [2020, 2021]
    assert years_of(SINCE, UNTIL) == YEARS
    assert years_of(date(2020, 4, 1), date(2021, 4, 1)) == [2020]
    assert months_between(date(2020, 9, 16), date(2020, 10, 1)) * 30 == 15


@st.composite
def agreements(draw: st.DrawFn) -> tuple[list[Contributions], date]:
    """Up to three agreements one after the other, of three funders, until a last day."""
    days = draw(st.lists(st.integers(0, 1500), min_size=2, max_size=4, unique=True))
    days_of = [date(2019, 1, 1) + timedelta(days=each) for each in sorted(days)]
    found = []
    for since in days_of[:-1]:
        parts = {name: draw(st.integers(0, 10**9)) for name in (DERBY, DERBYSHIRE, HEALTH)}
        found.append(
            Contributions(
                since=since,
                total=Pence(sum(parts.values())),
                parts=tuple(Contribution(funder=f, yearly=Pence(p)) for f, p in parts.items()),
            )
        )
    return found, days_of[-1]


@pytest.mark.covers("R-111", "R-11")
@settings(max_examples=60, deadline=None)
@given(agreements(), st.sampled_from([DERBY, DERBYSHIRE, HEALTH]))
def test_however_time_is_cut_the_years_add_up_and_no_part_is_more_than_a_penny_short(
    told: tuple[list[Contributions], date], lead: str
) -> None:
    agreed, until = told
    first = agreed[0].since
    whole = due_between(agreed, lead, until, first, until)
    years = [due_in_year(agreed, lead, until, year) for year in years_of(first, until)]

    assert sum((Counter(each) for each in years), Counter()) == Counter(whole)
    ends = [*(each.since for each in agreed[1:]), until]
    owed = {
        name: sum(
            (
                next(part.yearly for part in each.parts if part.funder == name)
                * months_between(each.since, end)
                / 12
                for each, end in zip(agreed, ends, strict=True)
            ),
            start=months_between(first, first),
        )
        for name in (DERBY, DERBYSHIRE, HEALTH)
    }
    for name, exact in owed.items():
        assert abs(whole[name] - exact) < len(agreed) * (len(owed) if name == lead else 1)
    assert begins_on(financial_year(first)) <= first
