"""How a figure is shown: to one decimal, cut, timed, and not told where it is small."""

from datetime import date

import pytest

from application.measures.figure import Ratio, figure, percent
from application.measures.quarter import Quarter
from application.measures.told import Item


def many(above: int, below: int) -> list[Item]:
    return [
        Item(moment=date(2026, 5, 1), counts=n < above, events=(), labels={}) for n in range(below)
    ]


@pytest.mark.parametrize(
    ("above", "below", "shown"),
    [(57, 598, "9.5"), (176, 598, "29.4"), (41, 57, "71.9"), (7, 219, "3.2"), (0, 0, "n/a")],
)
def test_the_worked_checks_of_the_catalogue(above: int, below: int, shown: str) -> None:
    assert percent(above, below) == shown


@pytest.mark.parametrize(
    ("first", "before"),
    [
        (date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 7, 1), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2027, 1, 1)),
    ],
)
def test_a_quarter_ends_where_the_next_begins(first: date, before: date) -> None:
    assert Quarter(first).before == before


def test_counts_below_six_are_not_told_in_what_is_published() -> None:
    def total(above: int, below: int) -> Ratio:
        return figure(many(above, below), divided=True, published=True).total

    assert total(5, 20) == Ratio(None, None, "n/a", suppressed=True)
    assert total(6, 20) == Ratio(6, 20, "30.0")
    assert total(0, 20) == Ratio(0, 20, "0.0")
    assert figure(many(6, 20), divided=True, published=True).behind == []


def test_times_are_the_median_and_the_ninetieth_percentile() -> None:
    waited = [
        Item(moment=date(2026, 5, 1), counts=True, events=(), labels={}, hours=float(hours))
        for hours in range(1, 11)
    ]

    times = figure(waited, divided=False, published=False).times

    assert times is not None
    assert (times.median_hours, times.ninetieth_percentile_hours) == (5.5, 9.0)
    assert figure([], divided=False, published=False).times is None
