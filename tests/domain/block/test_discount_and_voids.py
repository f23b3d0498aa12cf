"""What a bed costs: the discount goes by one award; and what empty nights come to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.block.agreement import BlockTerms, Purchaser
from domain.block.pricing import bed_price, is_discounted, weekly_on
from domain.block.rules import shares_of
from domain.block.voids import voids
from domain.shared.vocabulary import Pence
from tests.support.blocks import (
    ALEX,
    BILLIE,
    DERBY,
    DERBYSHIRE,
    HOME,
    SINCE,
    SUPPORT,
    UNTIL,
    allocated,
    beds,
    bought,
    running,
    varied,
)

NEXT_WEEK = SINCE + timedelta(weeks=1)
LESS = HOME.model_copy(update={"weekly": 61_750})


@pytest.mark.covers("4-099", "4-100")
def test_five_beds_of_one_award_take_the_discount_off_accommodation_alone() -> None:
    five = bought(*running(beds(3, 2)))

    assert bed_price(five, SINCE) == (LESS, SUPPORT)
    assert weekly_on(five, SINCE) == 5 * (61_750 + 25_000)


@pytest.mark.covers("6-78")
def test_four_beds_earn_none_whatever_was_offered() -> None:
    four = bought(*running(beds(4)))

    assert not is_discounted(four, SINCE)
    assert bed_price(four, SINCE) == (HOME, SUPPORT)


@pytest.mark.covers("6-77", "R-10")
def test_three_and_two_in_two_awards_earn_none() -> None:
    three, two = bought(*running(beds(3))), bought(*running(beds(0, 2)))

    assert not is_discounted(three, SINCE)
    assert not is_discounted(two, SINCE)


@pytest.mark.covers("R-10")
def test_beds_added_later_are_not_of_the_award() -> None:
    grown = bought(*running(beds(4)), varied(beds(4, 2), NEXT_WEEK))

    assert not is_discounted(grown, NEXT_WEEK)


@pytest.mark.covers("6-77")
def test_a_bed_released_next_week_leaves_the_discount_on_the_other_four() -> None:
    four_left = bought(*running(beds(3, 2)), varied(beds(3, 1), NEXT_WEEK))

    assert bed_price(four_left, NEXT_WEEK) == (LESS, SUPPORT)


@pytest.mark.covers("6-77")
def test_unless_the_terms_of_the_block_end_it_below_five() -> None:
    terms = BlockTerms(discount_asked=True, discount_ends_below_five=True)
    four_left = bought(*running(beds(3, 2), terms), varied(beds(3, 1), NEXT_WEEK))

    assert is_discounted(four_left, NEXT_WEEK - timedelta(days=1))
    assert not is_discounted(four_left, NEXT_WEEK)


@pytest.mark.covers("1-049")
def test_a_night_in_which_nobody_lives_is_void_and_paid_as_the_terms_say() -> None:
    terms = BlockTerms(discount_asked=True, void_basis_points=5_000)
    two = bought(
        *running(beds(2), terms, lines=(HOME.model_copy(update={"weekly": 70_000}),)),
        allocated(ALEX),
        allocated(BILLIE, leaves=date(2026, 3, 4)),
    )
    lived = {ALEX: [(date(2026, 3, 3), None)]}

    told = voids(two, lived, SINCE, NEXT_WEEK)

    assert (told.bought, told.called_off, told.lived_in) == (14, 10, 5)
    assert (told.void, told.held) == (9, 5)
    assert told.void_pence == 9 * 10_000 // 2


def test_nights_outside_the_block_are_nobodys() -> None:
    told = voids(bought(*running(beds(2))), {}, SINCE - timedelta(days=9), SINCE)

    assert (told.bought, told.void, told.void_pence) == (0, 0, 0)
    assert told.until == SINCE


@given(st.integers(0, 10_000_000), st.integers(0, 10_000))
def test_what_purchasers_pay_adds_up_to_the_penny(total: int, ours: int) -> None:
    shared = shares_of(
        Pence(total),
        (
            Purchaser(council=DERBY, basis_points=ours, lead=True),
            Purchaser(council=DERBYSHIRE, basis_points=10_000 - ours),
        ),
    )

    assert sum(shared.values()) == total
    assert shared[DERBYSHIRE] == total * (10_000 - ours) // 10_000


def test_a_night_is_void_or_lived_in_and_never_both() -> None:
    one = bought(*running(beds(1)), allocated())
    told = voids(one, {ALEX: [(SINCE, NEXT_WEEK), (NEXT_WEEK, None)]}, SINCE, UNTIL)

    assert (told.void, told.lived_in) == (0, told.bought)
