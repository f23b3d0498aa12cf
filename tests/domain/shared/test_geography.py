import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.envelope import GssCode
from domain.shared.geography import (
    ApprovalNeeded,
    GridPoint,
    approval_needed,
    distance_tenths,
    locality,
)
from domain.shared.vocabulary import Locality

metres = st.integers(0, 1_300_000)
points = st.builds(GridPoint, easting=metres, northing=metres)

DERBY = GssCode("E06000015")
CHESTERFIELD = GssCode("E07000034")
NOTTINGHAM = GssCode("E06000018")


@pytest.mark.parametrize(
    ("east", "north", "tenths"),
    [
        (0, 0, 0),
        (0, 32_186, 200),
        (32_267, 0, 201),
        (32_266, 0, 200),
        (3_000, 4_000, 31),
        (160_930, 0, 1_000),
        (1_000_000, 0, 6_214),
    ],
)
def test_a_distance_is_in_tenths_of_a_mile_of_1609_metres_and_three_tenths(
    east: int, north: int, tenths: int
) -> None:
    here = GridPoint(easting=435_461, northing=336_327)
    there = GridPoint(easting=435_461 + east, northing=336_327 + north)
    assert distance_tenths(here, there) == tenths


def test_it_is_the_returns_mile_and_not_the_statute_mile() -> None:
    assert distance_tenths(GridPoint(easting=0, northing=0), _east(590_050)) == 3_667
    assert round(590_050 / 160.9344) == 3_666


@given(points, points, points)
def test_distances_are_those_of_a_map(a: GridPoint, b: GridPoint, c: GridPoint) -> None:
    assert distance_tenths(a, b) == distance_tenths(b, a) >= 0
    assert distance_tenths(a, a) == 0
    assert distance_tenths(a, c) <= distance_tenths(a, b) + distance_tenths(b, c) + 2


@pytest.mark.parametrize(
    ("district", "found"),
    [
        (DERBY, Locality.IN_AREA),
        (CHESTERFIELD, Locality.ADJOINING),
        (NOTTINGHAM, Locality.AT_A_DISTANCE),
        (None, Locality.NOT_KNOWN),
    ],
)
def test_locality_is_by_area_and_never_by_miles(district: GssCode | None, found: Locality) -> None:
    assert locality(district, frozenset({DERBY}), frozenset({CHESTERFIELD})) is found


def _east(of_origin: int) -> GridPoint:
    return GridPoint(easting=of_origin, northing=0)


@pytest.mark.parametrize(
    ("where", "own_carer", "who"),
    [
        (Locality.IN_AREA, False, ApprovalNeeded.NOBODY),
        (Locality.ADJOINING, False, ApprovalNeeded.NOMINATED_OFFICER),
        (Locality.AT_A_DISTANCE, False, ApprovalNeeded.DCS),
        (Locality.NOT_KNOWN, False, ApprovalNeeded.NOT_KNOWN),
        (Locality.AT_A_DISTANCE, True, ApprovalNeeded.NOBODY),
    ],
)
def test_whose_approval_is_needed_goes_by_boundaries(
    where: Locality, own_carer: object, who: ApprovalNeeded
) -> None:
    assert approval_needed(where, own_carer=bool(own_carer)) is who
