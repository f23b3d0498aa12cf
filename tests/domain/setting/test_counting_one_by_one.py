"""Each child of another authority that we are told of counts on its nights, and no longer."""

from datetime import date

import pytest

from domain.setting import SettingEvent, decider
from domain.setting.commands.places import CountChildOfAnotherAuthority
from domain.setting.events.places import OtherAuthorityOccupancyRecorded
from domain.setting.state import Listed
from tests.support.settings import home, listed, march


def stated(count: int, from_: date, until: date | None = None) -> OtherAuthorityOccupancyRecorded:
    return OtherAuthorityOccupancyRecorded(count=count, from_=from_, until=until)


COMES = CountChildOfAnotherAuthority(comes=True, from_=march(9))
LEAVES = CountChildOfAnotherAuthority(comes=False, from_=march(20))


def others(*events: SettingEvent) -> list[int]:
    state = decider.replay(events)
    assert isinstance(state, Listed)
    nights = (march(8), march(9), march(12), march(20))
    return [sum(each.count for each in state.others if each.covers(n)) for n in nights]


@pytest.mark.covers("R-230")
def test_one_more_from_the_day_it_comes_and_one_fewer_from_the_day_it_leaves() -> None:
    home.given(listed()).when(COMES).then(stated(1, march(9)))
    home.given(listed(), stated(1, march(9))).when(LEAVES).then(stated(0, march(20)))
    assert others(listed(), stated(1, march(9)), stated(0, march(20))) == [0, 1, 1, 0]


@pytest.mark.covers("R-230")
def test_what_the_home_stated_of_later_nights_rises_with_it() -> None:
    before = (listed(), stated(1, march(1), march(12)))
    more = (stated(2, march(9)), stated(1, march(12)))

    home.given(*before).when(COMES).then(*more)
    assert others(*before, *more) == [1, 2, 1, 1]


def test_nobody_is_counted_below_none_and_a_full_home_is_a_breach() -> None:
    home.given(listed()).when(LEAVES).then(stated(0, march(20)))
    (counted,) = decider.decide(decider.replay([listed(places=1), stated(1, march(1))]), COMES)
    assert isinstance(counted, OtherAuthorityOccupancyRecorded)
    assert [each.code for each in counted.breaches] == ["OVER_CAPACITY"]
