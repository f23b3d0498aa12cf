"""Reserving: room on every night of the stay, on the nights that R-04 counts."""

import pytest

from domain.setting.commands.places import ReleaseReservation
from domain.setting.commands.register import ChangeCapacity
from domain.setting.errors import AlreadyOccupied, OverCapacity, StayNotFound
from domain.setting.events.places import ReservationReleased
from domain.setting.events.register import (
    AdmissionsRestricted,
    CapacityChanged,
    Reopened,
    RestrictionLifted,
    TemporarilyClosed,
)
from domain.shared.admission import SettingNotOpen, SettingRestricted
from domain.shared.errors import EffectiveBeforeStream, WrongState
from tests.support.settings import (
    ALEX,
    BILLIE,
    CHRIS,
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


def test_a_free_place_can_be_reserved() -> None:
    home.given(listed(), registered()).when(reserve()).then(reserved())


@pytest.mark.covers("6-08")
def test_the_last_place_can_be_reserved_once() -> None:
    home.given(listed(places=1), registered(), reserved(ALEX)).when(reserve(BILLIE)).then_refused(
        OverCapacity
    )


@pytest.mark.covers("R-04")
def test_one_child_may_come_on_the_day_another_leaves_a_full_home() -> None:
    (
        home.given(listed(places=1), registered(), occupied(ALEX, leaves=march(10)))
        .when(reserve(BILLIE, march(10)))
        .then(reserved(BILLIE, march(10)))
    )


@pytest.mark.covers("R-04")
def test_the_night_before_another_leaves_is_still_taken() -> None:
    (
        home.given(listed(places=1), registered(), occupied(ALEX, leaves=march(10)))
        .when(reserve(BILLIE, march(9)))
        .then_refused(OverCapacity)
    )


def test_an_open_stay_meets_whoever_comes_later() -> None:
    (
        home.given(listed(places=1), registered(), reserved(BILLIE, march(20), march(22)))
        .when(reserve(ALEX, march(1)))
        .then_refused(OverCapacity)
    )


def test_the_refusal_names_the_nights() -> None:
    case = home.given(
        listed(places=1),
        registered(),
        reserved(BILLIE, march(5), march(6)),
        reserved(CHRIS, march(20), march(22)),
    )
    with pytest.raises(OverCapacity) as refusal:
        case.decider.decide(standing(*case.history), reserve(ALEX, march(1)))

    assert refusal.value.details["nights"] == ["2026-03-05", "2026-03-20/2026-03-21"]


def test_nights_that_never_end_are_named_as_such() -> None:
    with pytest.raises(OverCapacity) as refusal:
        home.decider.decide(
            standing(listed(places=1), registered(), occupied(BILLIE)), reserve(ALEX, march(8))
        )

    assert refusal.value.details["nights"] == ["2026-03-08/.."]


def test_fewer_registered_than_configured_places_bind() -> None:
    (
        home.given(listed(places=3), registered(places=1), reserved(ALEX))
        .when(reserve(BILLIE))
        .then_refused(OverCapacity)
    )


def test_fewer_configured_than_registered_places_bind() -> None:
    (
        home.given(listed(places=1), registered(places=3), reserved(ALEX))
        .when(reserve(BILLIE))
        .then_refused(OverCapacity)
    )


def test_a_registration_without_a_number_does_not_bind() -> None:
    (
        home.given(listed(places=2), registered(places=None), reserved(ALEX))
        .when(reserve(BILLIE))
        .then(reserved(BILLIE))
    )


def test_blocked_places_are_not_free() -> None:
    (
        home.given(listed(places=2), registered(), blocked(), reserved(ALEX))
        .when(reserve(BILLIE))
        .then_refused(OverCapacity)
    )


def test_a_stay_across_a_cut_in_places_must_fit_after_it() -> None:
    cut = CapacityChanged(places=1, from_=march(15))
    case = home.given(listed(places=2), registered(), cut, occupied(ALEX))

    case.when(reserve(BILLIE, march(1), march(15))).then(reserved(BILLIE, march(1), march(15)))
    case.when(reserve(BILLIE, march(1), march(16))).then_refused(OverCapacity)


def test_there_are_no_places_before_the_home_was_listed() -> None:
    (
        home.given(listed(from_=march(10)), registered())
        .when(reserve(ALEX, march(9)))
        .then_refused(SettingNotOpen)
    )


def test_reserving_again_moves_the_reservation() -> None:
    (
        home.given(listed(places=1), registered(), reserved(ALEX, march(1)))
        .when(reserve(ALEX, march(3)))
        .then(reserved(ALEX, march(3)))
    )


def test_a_moved_reservation_frees_its_old_nights() -> None:
    (
        home.given(
            listed(places=1), registered(), reserved(ALEX, march(1)), reserved(ALEX, march(20))
        )
        .when(reserve(BILLIE, march(1), march(20)))
        .then(reserved(BILLIE, march(1), march(20)))
    )


def test_a_child_who_lives_there_needs_no_reservation() -> None:
    home.given(listed(), registered(), occupied(ALEX)).when(reserve(ALEX)).then_refused(
        AlreadyOccupied
    )


def test_a_stay_has_at_least_one_night() -> None:
    home.given(listed(), registered()).when(reserve(ALEX, march(3), march(3))).then_refused(
        EffectiveBeforeStream
    )


def test_a_restricted_home_takes_nobody_new_that_day() -> None:
    shut = AdmissionsRestricted(from_=march(1), until=march(10), source="ofsted_s22b")
    case = home.given(listed(), registered(), shut)

    case.when(reserve(ALEX, march(9))).then_refused(SettingRestricted)
    case.when(reserve(ALEX, march(10))).then(reserved(ALEX, march(10)))


def test_a_lifted_restriction_shuts_nothing() -> None:
    shut = AdmissionsRestricted(from_=march(1), until=None, source="ofsted_s22b")
    (
        home.given(listed(), registered(), shut, RestrictionLifted(on=march(5)))
        .when(reserve(ALEX, march(5)))
        .then(reserved(ALEX, march(5)))
    )


def test_a_closed_home_takes_nobody_until_it_reopens() -> None:
    closed = TemporarilyClosed(from_=march(1), until=None)
    case = home.given(listed(), registered(), closed)
    case.when(reserve(ALEX, march(5))).then_refused(SettingNotOpen)

    reopened = home.given(listed(), registered(), closed, Reopened(on=march(5)))
    reopened.when(reserve(ALEX, march(5))).then(reserved(ALEX, march(5)))
    reopened.when(reserve(ALEX, march(4))).then_refused(SettingNotOpen)


def test_nothing_is_reserved_in_a_home_that_is_not_listed() -> None:
    home.when(reserve()).then_refused(WrongState)
    home.when(ChangeCapacity(places=1, from_=march(1))).then_refused(WrongState)


def test_a_released_reservation_frees_its_nights() -> None:
    release = ReleaseReservation(placement_id=ALEX, why="expired")
    released = ReservationReleased(placement_id=ALEX, why="expired")
    full = (listed(places=1), registered(), reserved(ALEX))

    home.given(*full).when(release).then(released)
    home.given(*full, released).when(reserve(BILLIE)).then(reserved(BILLIE))


def test_only_a_reservation_can_be_released() -> None:
    release = ReleaseReservation(placement_id=ALEX, why="expired")

    home.given(listed(), registered()).when(release).then_refused(StayNotFound)
    home.given(listed(), registered(), occupied(ALEX)).when(release).then_refused(StayNotFound)
