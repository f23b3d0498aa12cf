"""A discount for beds bought together: on accommodation alone, from five of one award."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.discounts import discounted
from domain.shared.money import PriceKind, PriceLine, weekly_total
from domain.shared.vocabulary import Pence

HOME = PriceLine(kind=PriceKind.ACCOMMODATION, weekly=Pence(65_001))
SUPPORT = PriceLine(kind=PriceKind.SUPPORT_HOURS, weekly=Pence(25_000))


@pytest.mark.covers("4-100", "R-10")
def test_five_beds_of_one_award_cost_less_and_their_support_does_not() -> None:
    five_per_cent = discounted([HOME, SUPPORT], 500, beds=5)

    assert [line.weekly for line in five_per_cent] == [65_001 - 3_250, 25_000]


@pytest.mark.covers("R-10")
def test_four_beds_earn_nothing() -> None:
    assert discounted([HOME, SUPPORT], 500, beds=4) == (HOME, SUPPORT)


@pytest.mark.covers("4-100")
@given(st.integers(0, 1_000_000), st.integers(0, 10_000), st.integers(0, 40))
def test_a_discount_never_raises_a_price_nor_takes_more_than_it_says(
    weekly: int, basis_points: int, beds: int
) -> None:
    line = PriceLine(kind=PriceKind.ACCOMMODATION, weekly=Pence(weekly))

    after = weekly_total(discounted([line], basis_points, beds))

    assert after <= weekly
    assert (weekly - after) * 10_000 <= weekly * basis_points
