"""The day from which brothers and sisters live apart, as their shared record has it (6-68)."""

from datetime import date, timedelta

import pytest

from application.referral.view.separation import SeparatedBy, separation
from domain.referral.events import ReferralEvent
from tests.domain.referral.test_choosing_for_siblings import (
    chosen,
    evaluating,
    gone,
    left,
    may_part,
    moved_in,
)
from tests.domain.referral.test_offers_for_siblings import SPLIT, TOGETHER, TWO
from tests.support.referrals import NEEDED, recorded

TOGETHER_AT_FIRST = [*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3), *map(moved_in, (1, 2, 3))]


def since(*history: ReferralEvent) -> tuple[date, SeparatedBy] | None:
    found = separation(list(recorded(history)))
    return None if found is None else (found.since, found.because)


def on(number: int, day: date, *staying: int) -> ReferralEvent:
    return gone(number, *staying).model_copy(update={"at": day})


@pytest.mark.covers("6-68")
def test_it_is_the_first_day_on_which_one_is_gone_and_another_stays() -> None:
    later = NEEDED + timedelta(days=9)
    assert since(*TOGETHER_AT_FIRST) is None
    parted = [*TOGETHER_AT_FIRST, on(2, later, 1, 3)]
    assert since(*parted) == (later, SeparatedBy.LEAVING)
    assert since(*parted, on(1, later + timedelta(days=1), 3)) == (later, SeparatedBy.LEAVING)


def test_who_leave_on_one_day_leave_together() -> None:
    day = NEEDED + timedelta(days=9)
    everybody = [on(1, day, 2, 3), on(2, day, 3), on(3, day)]
    assert since(*TOGETHER_AT_FIRST, *everybody) is None
    assert since(*TOGETHER_AT_FIRST, *everybody[:2]) == (day, SeparatedBy.LEAVING)


def test_a_choice_that_leaves_one_out_parts_them_at_once() -> None:
    history = [*evaluating(TWO), may_part(2), chosen(TWO, 1, 3), left(2)]
    found = since(*history)
    assert found is not None
    assert found[1] is SeparatedBy.CHOICE


def test_two_homes_of_one_provider_part_them_when_the_second_is_moved_into() -> None:
    history = [*evaluating(SPLIT), may_part(1), chosen(SPLIT, 1, 2, 3)]
    assert since(*history, moved_in(2), moved_in(3)) is None
    assert since(*history, moved_in(2), moved_in(1)) == (NEEDED, SeparatedBy.CHOICE)
