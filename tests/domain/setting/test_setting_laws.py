"""What holds for every home, whatever is asked of it and in whatever order."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import reduce
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from application.setting.nights import holds
from domain.setting import SettingCommand, SettingEvent, decider
from domain.setting.chronology import chronology
from domain.setting.commands.places import (
    BlockPlaces,
    CorrectArrival,
    CorrectDeparture,
    PlanDeparture,
    RecordArrival,
    RecordDeparture,
    RecordOtherAuthorityOccupancy,
    ReleaseReservation,
    ReservePlace,
    UnblockPlaces,
    VoidArrival,
)
from domain.setting.commands.register import ChangeCapacity, RecordRegistration
from domain.setting.events.places import DeparturePlanned, PlaceReserved, PlacesBlocked
from domain.setting.overfull import overfull
from domain.setting.questions import nights_over
from domain.setting.registration import RegistrationKind
from domain.setting.state import Listed
from domain.shared.errors import CaseworkError
from domain.shared.vocabulary import PlacementId
from tests.support.recorded import recorded
from tests.support.settings import ALEX, BILLIE, EXPIRES, listed, march, occupied, registered

FIRST, LAST = march(1), march(31)
FULL_UNTIL_THE_TENTH = (
    listed(places=3),
    registered(places=2),
    occupied(ALEX, march(1), march(10)),
    occupied(BILLIE, march(1), march(10)),
)
placements = st.sampled_from([PlacementId(UUID(int=number)) for number in range(1, 6)])
days = st.dates(FIRST, LAST)
ends = st.none() | days
blocks = st.sampled_from([UUID(int=51), UUID(int=52)])

reserving = st.builds(
    ReservePlace, placement_id=placements, arrives=days, leaves=ends, expires_at=st.just(EXPIRES)
)
decisions = st.one_of(
    reserving,
    reserving,
    st.builds(ReleaseReservation, placement_id=placements, why=st.just("expired")),
    st.builds(
        BlockPlaces,
        block_id=blocks,
        count=st.integers(1, 2),
        from_=days,
        until=ends,
        reason=st.just("repairs"),
    ),
    st.builds(UnblockPlaces, block_id=blocks, from_=days),
    st.builds(PlanDeparture, placement_id=placements, leaves=ends),
)
facts = st.one_of(
    st.builds(RecordArrival, placement_id=placements, on=days),
    st.builds(RecordDeparture, placement_id=placements, on=days),
    st.builds(CorrectArrival, placement_id=placements, on=days),
    st.builds(CorrectDeparture, placement_id=placements, on=ends),
    st.builds(VoidArrival, placement_id=placements),
    st.builds(RecordOtherAuthorityOccupancy, count=st.integers(0, 2), from_=days, until=ends),
    st.builds(ChangeCapacity, places=st.integers(0, 4), from_=days),
    st.builds(
        RecordRegistration,
        kind=st.just(RegistrationKind.CHILDRENS_HOME),
        urn=st.none(),
        registered_places=st.none() | st.integers(0, 4),
        from_=days,
        until=ends,
    ),
)
stories_of_decisions = st.lists(decisions, max_size=25)
stories = stories_of_decisions | st.lists(decisions | facts, max_size=25)


def history_of(story: Sequence[SettingCommand]) -> list[SettingEvent]:
    """Ask for everything of a full home in turn, and keep what was not refused."""
    history: list[SettingEvent] = list(FULL_UNTIL_THE_TENTH)
    state = decider.replay(history)
    for command in story:
        try:
            events = decider.decide(state, command)
        except CaseworkError:
            continue
        history += events
        state = reduce(decider.evolve, events, state)
    return history


def setting_of(history: Sequence[SettingEvent]) -> Listed:
    setting = decider.replay(history)
    assert isinstance(setting, Listed)
    return setting


def nights_too_full(history: Sequence[SettingEvent]) -> set[date]:
    places = setting_of(history).places()
    return {night for night in every_night() if places.taken_on(night) > places.limit_on(night)}


def every_night() -> list[date]:
    """Each night of the stories, one before them and one after."""
    first = FIRST - timedelta(days=1)
    return [first + timedelta(days=number) for number in range(33)]


@given(stories_of_decisions)
def test_no_story_of_decisions_puts_more_children_in_a_home_than_it_has_places(
    story: Sequence[SettingCommand],
) -> None:
    places = setting_of(history_of(story)).places()

    assert all(places.taken_on(night) <= places.limit_on(night) for night in every_night())


@given(stories)
def test_whatever_facts_have_done_no_decision_adds_a_night_over(
    story: Sequence[SettingCommand],
) -> None:
    history = history_of(story)
    for position, event in enumerate(history[4:], start=4):
        if isinstance(event, PlaceReserved | PlacesBlocked | DeparturePlanned):
            before, after = history[:position], history[: position + 1]
            assert nights_too_full(after) <= nights_too_full(before)


@given(stories)
def test_a_home_is_over_its_number_only_if_some_fact_says_so(
    story: Sequence[SettingCommand],
) -> None:
    history = history_of(story)
    over = nights_over(setting_of(history), date(2019, 1, 1), None)

    assert not over or any(getattr(event, "breaches", ()) for event in history)


@given(stories)
def test_the_report_names_exactly_the_nights_that_are_over(
    story: Sequence[SettingCommand],
) -> None:
    history, nights = history_of(story), every_night()
    report = nights_over(setting_of(history), nights[0], nights[-1] + timedelta(days=1))
    named = {
        night
        for stretch in report
        for night in nights
        if stretch.first <= night and (stretch.before is None or night < stretch.before)
    }

    assert named == nights_too_full(history)


@given(stories)
def test_the_register_of_overfull_homes_has_every_such_night_with_its_numbers(
    story: Sequence[SettingCommand],
) -> None:
    history = history_of(story)
    places, told = setting_of(history).places(), overfull(recorded(*history))
    found = {
        night: (period.limit, period.taken)
        for period in told
        for night in every_night()
        if holds(period, night)
    }

    assert found == {
        night: (places.limit_on(night), places.taken_on(night))
        for night in nights_too_full(history)
    }


@given(stories)
def test_the_chronology_counts_the_nights_as_the_decider_does(
    story: Sequence[SettingCommand],
) -> None:
    history = history_of(story)
    told = chronology(recorded(*history))
    places = setting_of(history).places()

    for night in every_night():
        taken = sum(
            period.count
            for period in told.occupation
            if isinstance(period.since, date)
            and period.since <= night
            and (period.until is None or (isinstance(period.until, date) and night < period.until))
        )
        assert taken == places.taken_on(night)
        assert told.free_on(night) == places.free_on(night)


@given(stories)
def test_every_event_survives_its_json(story: Sequence[SettingCommand]) -> None:
    for event in history_of(story):
        assert type(event).model_validate_json(event.model_dump_json()) == event
