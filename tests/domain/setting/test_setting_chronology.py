"""The dated facts of a home, each with the event that says so, after corrections."""

import pytest

from domain.setting.chronology import OccupationKind, OccupationPeriod, chronology
from domain.setting.events.places import (
    ArrivalCorrected,
    PlacesUnblocked,
    PlaceVacated,
    ReservationReleased,
)
from domain.setting.events.register import (
    AdmissionsRestricted,
    CapacityChanged,
    RegistrationEnded,
    RestrictionLifted,
)
from domain.setting.registration import RegistrationKind
from tests.support.recorded import event_id, recorded
from tests.support.settings import (
    ALEX,
    BILLIE,
    LISTED_FROM,
    blocked,
    listed,
    march,
    occupied,
    registered,
    reserved,
)


def test_nothing_is_told_of_a_home_that_is_not_listed() -> None:
    told = chronology([])

    assert (told.occupation, told.free_on(march(1))) == ((), 0)


def test_a_stay_is_told_by_its_arrival_and_ended_by_its_departure() -> None:
    told = chronology(
        recorded(
            listed(),
            reserved(ALEX, march(1), march(9)),
            occupied(ALEX, march(2), march(9)),
            PlaceVacated(placement_id=ALEX, on=march(8)),
        )
    )

    assert told.occupation == [
        OccupationPeriod(
            placement_id=ALEX,
            kind=OccupationKind.OCCUPIED,
            count=1,
            since=march(2),
            until=march(8),
            source=event_id(3),
            ended_by=event_id(4),
            left=True,
        )
    ]


@pytest.mark.covers("6-02")
def test_a_corrected_arrival_is_told_by_its_correction() -> None:
    corrected = ArrivalCorrected(placement_id=ALEX, was=march(3), on=march(13), leaves=None)
    (stay,) = chronology(recorded(listed(), occupied(ALEX, march(3)), corrected)).occupation

    assert (stay.since, stay.until, stay.source) == (march(13), None, event_id(3))


def test_a_released_reservation_leaves_no_period() -> None:
    released = ReservationReleased(placement_id=ALEX, why="expired")

    assert chronology(recorded(listed(), reserved(ALEX), released)).occupation == []


def test_reserved_and_blocked_places_are_told_apart() -> None:
    told = chronology(
        recorded(
            listed(),
            blocked(2, march(1)),
            PlacesUnblocked(block_id=blocked().block_id, from_=march(6)),
            reserved(BILLIE, march(4)),
        )
    )

    assert [(period.kind, period.count, period.until) for period in told.occupation] == [
        (OccupationKind.BLOCKED, 2, march(6)),
        (OccupationKind.RESERVED, 1, None),
    ]


def test_registrations_and_capacity_end_with_their_successors() -> None:
    told = chronology(
        recorded(
            listed(places=2),
            registered(),
            CapacityChanged(places=4, from_=march(10)),
            RegistrationEnded(
                kind=RegistrationKind.CHILDRENS_HOME, on=march(20), reason="cancelled"
            ),
        )
    )

    assert [(each.since, each.until, each.places, each.ended_by) for each in told.capacity] == [
        (LISTED_FROM, march(10), 2, event_id(3)),
        (march(10), None, 4, None),
    ]
    (registration,) = told.registrations
    assert (registration.until, registration.ended_by) == (march(20), event_id(4))


def test_a_restriction_is_ended_by_its_lifting() -> None:
    told = chronology(
        recorded(
            listed(),
            AdmissionsRestricted(from_=march(1), until=None, source="ofsted_s22b"),
            AdmissionsRestricted(from_=march(20), until=None, source="council"),
            RestrictionLifted(on=march(9)),
        )
    )

    (restriction,) = told.restrictions
    assert (restriction.by, restriction.until, restriction.ended_by) == (
        "ofsted_s22b",
        march(9),
        event_id(4),
    )


@pytest.mark.covers("6-51")
def test_the_over_capacity_report_names_its_nights() -> None:
    told = chronology(
        recorded(
            listed(places=1),
            registered(),
            occupied(ALEX, march(1), march(6)),
            occupied(BILLIE, march(4)),
        )
    )

    assert [str(nights) for nights in told.nights_over(march(1), None)] == ["2026-03-04/2026-03-05"]
