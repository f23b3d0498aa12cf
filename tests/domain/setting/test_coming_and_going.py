"""Arrivals and departures are facts: never refused for want of room, always recorded with it."""

import pytest

from domain.setting import SettingEvent
from domain.setting.commands.places import (
    CorrectArrival,
    CorrectDeparture,
    Nights,
    PlanDeparture,
    RecordArrival,
    RecordDeparture,
    ReviseStays,
    VoidArrival,
)
from domain.setting.errors import AlreadyOccupied, OverCapacity, StayNotFound
from domain.setting.events.places import (
    ArrivalCorrected,
    ArrivalVoided,
    DepartureCorrected,
    DeparturePlanned,
    PlaceVacated,
)
from domain.shared.errors import EffectiveBeforeStream
from tests.support.settings import (
    ALEX,
    BILLIE,
    CHRIS,
    home,
    listed,
    march,
    occupied,
    registered,
    reserve,
    reserved,
    standing,
)

VACATED = PlaceVacated(placement_id=ALEX, on=march(10))


def breaches_of(event: SettingEvent) -> list[str]:
    return [breach.code for breach in getattr(event, "breaches", ())]


def decided(*history: SettingEvent, command: RecordArrival | RecordDeparture) -> SettingEvent:
    (event,) = home.decider.decide(standing(*history), command)
    return event


def test_an_arrival_turns_the_reservation_into_an_occupation() -> None:
    (
        home.given(listed(), registered(), reserved(ALEX, march(1), march(10)))
        .when(RecordArrival(placement_id=ALEX, on=march(2)))
        .then(occupied(ALEX, march(2), march(10)))
    )


def test_a_child_who_came_after_the_planned_end_stays_for_good() -> None:
    (
        home.given(listed(), registered(), reserved(ALEX, march(1), march(3)))
        .when(RecordArrival(placement_id=ALEX, on=march(5)))
        .then(occupied(ALEX, march(5)))
    )


@pytest.mark.covers("6-51")
def test_a_third_child_in_a_home_of_two_is_recorded_with_its_breach() -> None:
    event = decided(
        listed(places=2),
        registered(),
        occupied(ALEX),
        occupied(BILLIE),
        command=RecordArrival(placement_id=CHRIS, on=march(4)),
    )

    assert breaches_of(event) == ["OVER_CAPACITY"]


@pytest.mark.covers("6-01")
def test_an_arrival_entered_late_meets_whoever_was_there_that_night() -> None:
    event = decided(
        listed(places=1),
        registered(),
        occupied(BILLIE, march(1)),
        PlaceVacated(placement_id=BILLIE, on=march(5)),
        command=RecordArrival(placement_id=ALEX, on=march(4)),
    )

    assert breaches_of(event) == ["OVER_CAPACITY"]


def test_a_child_arrives_once() -> None:
    (
        home.given(listed(), registered(), occupied(ALEX))
        .when(RecordArrival(placement_id=ALEX, on=march(4)))
        .then_refused(AlreadyOccupied)
    )


def test_a_child_may_come_back_but_not_before_having_left() -> None:
    case = home.given(listed(), registered(), occupied(ALEX), VACATED)

    case.when(RecordArrival(placement_id=ALEX, on=march(10))).then(occupied(ALEX, march(10)))
    case.when(RecordArrival(placement_id=ALEX, on=march(9))).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("R-04")
def test_a_departure_frees_the_night_of_its_day() -> None:
    full = (listed(places=1), registered(), occupied(ALEX))
    leave = RecordDeparture(placement_id=ALEX, on=march(10))

    home.given(*full).when(leave).then(VACATED)
    home.given(*full, VACATED).when(reserve(BILLIE, march(10))).then(reserved(BILLIE, march(10)))
    home.given(*full, VACATED).when(reserve(BILLIE, march(9))).then_refused(OverCapacity)


def test_nobody_leaves_before_arriving() -> None:
    case = home.given(listed(), registered(), occupied(ALEX, march(5)))

    case.when(RecordDeparture(placement_id=ALEX, on=march(4))).then_refused(EffectiveBeforeStream)
    case.when(RecordDeparture(placement_id=ALEX, on=march(5))).then(
        PlaceVacated(placement_id=ALEX, on=march(5))
    )


def test_only_a_child_who_came_can_leave() -> None:
    leave = RecordDeparture(placement_id=ALEX, on=march(4))

    home.given(listed(), registered()).when(leave).then_refused(StayNotFound)
    home.given(listed(), registered(), reserved(ALEX)).when(leave).then_refused(StayNotFound)


def test_staying_beyond_the_plan_in_a_home_let_again_is_a_breach() -> None:
    event = decided(
        listed(places=1),
        registered(),
        occupied(ALEX, march(1), march(10)),
        reserved(BILLIE, march(10)),
        command=RecordDeparture(placement_id=ALEX, on=march(12)),
    )

    assert breaches_of(event) == ["OVER_CAPACITY"]


def test_a_longer_stay_must_fit_on_the_nights_it_adds() -> None:
    case = home.given(
        listed(places=1),
        registered(),
        occupied(ALEX, march(1), march(10)),
        reserved(BILLIE, march(15)),
    )

    def plan(day: int) -> PlanDeparture:
        return PlanDeparture(placement_id=ALEX, leaves=march(day))

    case.when(plan(15)).then(DeparturePlanned(placement_id=ALEX, leaves=march(15)))
    case.when(plan(5)).then(DeparturePlanned(placement_id=ALEX, leaves=march(5)))
    case.when(plan(16)).then_refused(OverCapacity)
    case.when(plan(1)).then_refused(EffectiveBeforeStream)


def test_a_stay_that_becomes_open_must_fit_for_good() -> None:
    (
        home.given(
            listed(places=1),
            registered(),
            occupied(ALEX, march(1), march(10)),
            reserved(BILLIE, march(15)),
        )
        .when(PlanDeparture(placement_id=ALEX, leaves=None))
        .then_refused(OverCapacity)
    )


@pytest.mark.covers("6-02")
def test_an_arrival_corrected_moves_the_nights() -> None:
    corrected = ArrivalCorrected(placement_id=ALEX, was=march(3), on=march(13), leaves=None)
    stay = (listed(places=1), registered(), occupied(ALEX, march(3)))

    home.given(*stay).when(CorrectArrival(placement_id=ALEX, on=march(13))).then(corrected)
    home.given(*stay, corrected).when(reserve(BILLIE, march(3), march(13))).then(
        reserved(BILLIE, march(3), march(13))
    )
    home.given(*stay, corrected).when(reserve(BILLIE, march(13))).then_refused(OverCapacity)


def test_a_correction_carries_the_nights_that_it_finds_full() -> None:
    history = (
        listed(places=1),
        registered(),
        occupied(BILLIE, march(1), march(5)),
        occupied(ALEX, march(5)),
    )
    (event,) = home.decider.decide(
        standing(*history), CorrectArrival(placement_id=ALEX, on=march(4))
    )

    assert breaches_of(event) == ["OVER_CAPACITY"]


def test_an_arrival_is_not_corrected_to_after_the_child_left() -> None:
    (
        home.given(listed(), registered(), occupied(ALEX), VACATED)
        .when(CorrectArrival(placement_id=ALEX, on=march(11)))
        .then_refused(EffectiveBeforeStream)
    )


def test_a_departure_that_never_was_holds_the_place_again() -> None:
    stay = (listed(places=1), registered(), occupied(ALEX), VACATED)
    never_left = DepartureCorrected(placement_id=ALEX, was=march(10), on=None)

    home.given(*stay).when(CorrectDeparture(placement_id=ALEX, on=None)).then(never_left)
    home.given(*stay, never_left).when(reserve(BILLIE, march(20))).then_refused(OverCapacity)


def test_a_departure_corrected_frees_other_nights() -> None:
    stay = (listed(places=1), registered(), occupied(ALEX), VACATED)
    sooner = DepartureCorrected(placement_id=ALEX, was=march(10), on=march(8))

    home.given(*stay).when(CorrectDeparture(placement_id=ALEX, on=march(8))).then(sooner)
    home.given(*stay, sooner).when(reserve(BILLIE, march(8))).then(reserved(BILLIE, march(8)))


def test_only_what_was_recorded_can_be_corrected() -> None:
    case = home.given(listed(), registered(), reserved(ALEX), occupied(BILLIE))

    case.when(CorrectArrival(placement_id=ALEX, on=march(1))).then_refused(StayNotFound)
    case.when(CorrectDeparture(placement_id=BILLIE, on=march(1))).then_refused(StayNotFound)
    case.when(VoidArrival(placement_id=CHRIS)).then_refused(StayNotFound)


@pytest.mark.covers("R-246")
def test_stays_are_put_right_from_the_first_that_was_another() -> None:
    twice = (occupied(ALEX), VACATED, occupied(ALEX, march(12)))
    case = home.given(listed(), registered(), *twice)
    once = ReviseStays(placement_id=ALEX, stays=(Nights(from_=march(1), until=march(8)),))

    case.when(once).then(
        ArrivalVoided(placement_id=ALEX, was=march(12)),
        DepartureCorrected(placement_id=ALEX, was=march(10), on=march(8)),
    )
    as_it_is = (Nights(from_=march(1), until=march(10)), Nights(from_=march(12)))
    case.when(ReviseStays(placement_id=ALEX, stays=as_it_is)).then()


@pytest.mark.covers("6-03")
def test_a_voided_arrival_holds_no_night() -> None:
    voided = ArrivalVoided(placement_id=ALEX, was=march(1))
    stay = (listed(places=1), registered(), occupied(ALEX))

    home.given(*stay).when(VoidArrival(placement_id=ALEX)).then(voided)
    home.given(*stay, voided).when(reserve(BILLIE)).then(reserved(BILLIE))
