"""How far a home is, and whose area it is in: two questions with two answers (C-01).

"In area", "adjoining" and "at a distance" have nothing to do with miles: for Derby,
Nottingham is near, and at a distance in law (6-54).
"""

from enum import StrEnum
from math import sqrt

from domain.shared.envelope import GssCode
from domain.shared.messages import Value
from domain.shared.vocabulary import Locality

DISTRICT_NOT_KNOWN = GssCode("E99999999")
"""The national statistics office's own code for no place in England in particular."""

KILOMETRES_IN_A_MILE = 1.6093
"""As the children looked-after return reckons; the exact figure is 1.609344."""


class GridPoint(Value):
    """A place on the National Grid, in whole metres east and north of its origin."""

    easting: int
    northing: int


def distance_tenths(here: GridPoint, there: GridPoint) -> int:
    """The straight line in tenths of a mile, reckoned as the national return does (P-11)."""
    east, north = here.easting - there.easting, here.northing - there.northing
    miles = sqrt(east * east + north * north) / 1000 / KILOMETRES_IN_A_MILE
    return round(miles * 10)


def locality(
    district: GssCode | None, area: frozenset[GssCode], adjoining: frozenset[GssCode]
) -> Locality:
    """Where a home's district lies: in the authority's own area, an adjoining one's, or neither.

    `area` and `adjoining` are districts as they were on the day that is asked about (6-58).
    """
    if district is None:
        return Locality.NOT_KNOWN
    if district in area:
        return Locality.IN_AREA
    return Locality.ADJOINING if district in adjoining else Locality.AT_A_DISTANCE


LOCAL_TENTHS = 200
"""Twenty miles: how far a home may be and still count as local (K-11, C-01)."""


class ApprovalNeeded(StrEnum):
    """Whose approval a placement needs for where it is (SI 2010/959, reg. 11)."""

    NOBODY = "nobody"
    NOMINATED_OFFICER = "nominated_officer"
    DCS = "dcs"
    NOT_KNOWN = "not_known"


def approval_needed(where: Locality, *, own_carer: bool) -> ApprovalNeeded:
    """By the council's boundaries and never by miles (6-54); own carers need none (6-56)."""
    if own_carer or where is Locality.IN_AREA:
        return ApprovalNeeded.NOBODY
    if where is Locality.NOT_KNOWN:
        return ApprovalNeeded.NOT_KNOWN
    adjoining = where is Locality.ADJOINING
    return ApprovalNeeded.NOMINATED_OFFICER if adjoining else ApprovalNeeded.DCS
