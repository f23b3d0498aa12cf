"""Placements call off the beds of a block by the night, and never more than it has."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.block import commands as ask
from domain.block import decider
from domain.block import events as came
from domain.block.errors import HomeNotOfBlock, NoBedFree
from domain.block.state import Bought
from domain.shared.errors import (
    CaseworkError,
    EffectiveBeforeStream,
    NotFound,
    Refused,
    WrongState,
)
from domain.shared.vocabulary import PlacementId, SettingId
from tests.support.blocks import (
    ALEX,
    BILLIE,
    CHRIS,
    ELM,
    OAK,
    SINCE,
    UNTIL,
    allocate,
    allocated,
    awarded,
    beds,
    block,
    competed,
    proposed,
    running,
    varied,
    vary,
)

MAY = date(2026, 5, 1)
RELEASED = came.BlockBedReleased(placement_id=ALEX, on=MAY, why="moved_on")


def test_a_placement_calls_off_a_bed_to_the_end_of_the_block() -> None:
    block.given(*running()).when(allocate()).then(allocated())


def test_a_bed_is_not_called_off_before_the_block_has_begun() -> None:
    block.given(proposed(), competed(), awarded()).when(allocate()).then_refused(WrongState)


def test_the_last_bed_is_called_off_once() -> None:
    full = [*running(beds(1)), allocated()]

    block.given(*full).when(allocate(BILLIE)).then_refused(NoBedFree)


def test_a_bed_that_was_given_back_may_be_called_off_from_that_night() -> None:
    block.given(*running(beds(1)), allocated(), RELEASED).when(allocate(BILLIE, arrives=MAY)).then(
        allocated(BILLIE, arrives=MAY)
    )


def test_a_bed_is_for_every_night_asked_or_for_none() -> None:
    later = allocated(BILLIE, arrives=MAY)

    block.given(*running(beds(1)), later).when(allocate()).then_refused(NoBedFree)


def test_a_free_bed_in_the_other_home_is_no_bed_in_this_one() -> None:
    full = [*running(beds(1, 1)), allocated()]

    block.given(*full).when(allocate(BILLIE, ELM)).then_refused(NoBedFree)
    block.given(*full).when(allocate(BILLIE, OAK)).then(allocated(BILLIE, OAK))


def test_a_block_has_no_bed_outside_its_period() -> None:
    beyond = allocate(leaves=UNTIL + timedelta(days=1))

    block.given(*running()).when(beyond).then_refused(NoBedFree)


def test_a_bed_is_called_off_in_a_home_of_the_block() -> None:
    elsewhere = allocate(home=SettingId(UUID(int=5)))

    block.given(*running()).when(elsewhere).then_refused(HomeNotOfBlock)


def test_one_placement_has_one_bed() -> None:
    block.given(*running(), allocated()).when(allocate(arrives=MAY)).then_refused(WrongState)


def test_a_bed_is_given_back_from_a_night_on() -> None:
    command = ask.ReleaseBed(placement_id=ALEX, on=MAY, why="moved_on")

    block.given(*running(), allocated()).when(command).then(RELEASED)
    block.given(*running(), allocated(), RELEASED).when(command).then_refused(NotFound)


def test_a_bed_given_back_before_its_first_night_was_never_called_off() -> None:
    never = came.BlockBedReleased(placement_id=ALEX, on=SINCE, why="cancelled")

    block.given(*running(beds(1)), allocated(), never).when(allocate(BILLIE)).then(
        allocated(BILLIE)
    )


@pytest.mark.covers("6-77")
def test_a_bed_is_released_to_the_provider_when_nobody_needs_it() -> None:
    block.given(*running(), allocated()).when(vary(beds(3, 1), MAY)).then(varied(beds(3, 1), MAY))


def test_a_bed_that_is_called_off_is_not_varied_away() -> None:
    full = [*running(beds(2)), allocated(), allocated(BILLIE)]

    block.given(*full).when(vary(beds(1), MAY)).then_refused(NoBedFree)


def test_a_block_is_not_cut_short_over_beds_that_are_called_off() -> None:
    block.given(*running(), allocated()).when(vary(beds(3, 2), MAY, until=MAY)).then_refused(
        Refused
    )
    block.given(*running(), allocated()).when(
        vary(beds(3, 2), MAY, until=date(2026, 6, 1))
    ).then_refused(NoBedFree)


def test_beds_are_not_varied_behind_what_was_varied_since() -> None:
    once = varied(beds(4), MAY)

    block.given(*running(), once).when(vary(beds(5), date(2026, 4, 1))).then_refused(
        EffectiveBeforeStream
    )


LAST = SINCE + timedelta(days=14)
DAYS = st.dates(SINCE - timedelta(days=2), LAST + timedelta(days=4))
HOMES = st.sampled_from([ELM, OAK])
WHO = st.sampled_from([ALEX, BILLIE, CHRIS, *(PlacementId(UUID(int=n)) for n in range(4, 8))])
ASKED = st.one_of(
    st.builds(allocate, WHO, HOMES, DAYS, st.none() | DAYS),
    st.builds(ask.ReleaseBed, placement_id=WHO, on=DAYS, why=st.just("moved_on")),
    st.builds(
        lambda elm, oak, day, end: vary(beds(elm, oak), day, end),
        st.integers(1, 3),
        st.integers(0, 2),
        DAYS,
        DAYS,
    ),
    st.builds(ask.EndBlock, on=DAYS, reason=st.just("unused")),
)


@given(st.lists(ASKED, max_size=14))
def test_whatever_is_asked_no_night_has_more_beds_called_off_than_bought(
    asked: list[ask.BlockCommand],
) -> None:
    state = decider.replay([proposed(until=LAST), *running(beds(2, 1))[1:]])
    for command in asked:
        try:
            events = decider.decide(state, command)
        except CaseworkError:
            continue
        for event in events:
            state = decider.evolve(state, event)
        assert isinstance(state, Bought)
        for day in range((LAST - SINCE).days + 9):
            night = SINCE - timedelta(days=3) + timedelta(days=day)
            for home in (ELM, OAK):
                assert state.beds.called_off(night, home) <= state.beds.at(night, home)
