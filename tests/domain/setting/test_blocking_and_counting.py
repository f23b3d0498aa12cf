"""Places out of use, and other authorities' children: a count and no more."""

import pytest

from domain.setting.commands.places import RecordOtherAuthorityOccupancy, UnblockPlaces
from domain.setting.errors import BlockNotFound, OverCapacity
from domain.setting.events.places import OtherAuthorityOccupancyRecorded, PlacesUnblocked
from domain.setting.questions import free_on
from domain.shared.errors import EffectiveBeforeStream
from tests.support.settings import (
    ALEX,
    BILLIE,
    BLOCK,
    block,
    blocked,
    home,
    listed,
    march,
    occupied,
    registered,
    reserve,
    reserved,
    standing,
)


def counted(count: int, day: int) -> OtherAuthorityOccupancyRecorded:
    return OtherAuthorityOccupancyRecorded(count=count, from_=march(day), until=None)


def test_free_places_can_be_blocked_and_taken_ones_cannot() -> None:
    case = home.given(listed(places=2), registered(), occupied(ALEX))

    case.when(block(1)).then(blocked(1))
    case.when(block(2)).then_refused(OverCapacity)


def test_a_block_that_ends_before_it_begins_is_refused() -> None:
    home.given(listed(), registered()).when(block(1, march(2), march(2))).then_refused(
        EffectiveBeforeStream
    )


def test_unblocking_frees_the_nights_from_that_day() -> None:
    taken = (listed(places=1), registered(), blocked(1))
    unblocked = PlacesUnblocked(block_id=BLOCK, from_=march(5))

    home.given(*taken).when(UnblockPlaces(block_id=BLOCK, from_=march(5))).then(unblocked)
    home.given(*taken, unblocked).when(reserve(ALEX, march(5))).then(reserved(ALEX, march(5)))
    home.given(*taken, unblocked).when(reserve(ALEX, march(4))).then_refused(OverCapacity)


def test_only_blocked_places_can_be_unblocked() -> None:
    home.given(listed(), registered()).when(
        UnblockPlaces(block_id=BLOCK, from_=march(5))
    ).then_refused(BlockNotFound)


@pytest.mark.covers("6-57")
def test_children_of_other_authorities_take_places() -> None:
    (
        home.given(listed(places=2), registered(), counted(1, 1), occupied(ALEX))
        .when(reserve(BILLIE))
        .then_refused(OverCapacity)
    )


@pytest.mark.covers("6-57")
def test_each_count_is_the_whole_count_from_its_day() -> None:
    setting = standing(listed(places=5), registered(5), counted(2, 1), counted(3, 10))

    assert [free_on(setting, march(day)) for day in (1, 9, 10)] == [3, 3, 2]


def test_a_count_that_does_not_fit_is_recorded_with_its_breach() -> None:
    command = RecordOtherAuthorityOccupancy(count=2, from_=march(1))
    history = (listed(places=2), registered(), occupied(ALEX))
    (event,) = home.decider.decide(standing(*history), command)

    assert isinstance(event, OtherAuthorityOccupancyRecorded)
    assert [breach.code for breach in event.breaches] == ["OVER_CAPACITY"]
