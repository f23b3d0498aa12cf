"""Where things are: the council's own postcodes, those near it, and those far away.

Distance is the return's: a straight line in miles from National Grid metres, to one decimal.
Homes lie close to the middle of the city, so that whatever is in the near ring is within
20 miles of every one of them, and whatever is in the far ring is not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import hypot
from random import Random
from statistics import median_low

DERBY = "E06000015"
METRES_IN_A_MILE = 1609.3
TWENTY_MILES = 20.0
CITY_RADIUS = 4.0
FARTHEST = 90.0
AT_LEAST = 40


@dataclass(frozen=True, slots=True)
class Postcode:
    """A real postcode, its National Grid reference in metres, and its district's GSS code."""

    postcode: str
    easting: int
    northing: int
    district: str


class Ring(Enum):
    CITY = "in the council's area"
    NEAR = "within 20 miles of every home"
    FAR = "beyond 20 miles of every home"


def miles(one: Postcode, other: Postcode) -> float:
    """The return's PL_DISTANCE between two postcodes."""
    metres = hypot(one.easting - other.easting, one.northing - other.northing)
    return round(metres / METRES_IN_A_MILE, 1)


class Places:
    """The postcodes by ring. Raises `ValueError` where a ring has too few to choose from."""

    def __init__(self, gazetteer: Sequence[Postcode]) -> None:
        postcodes = [replace(each, postcode=_spaced(each.postcode)) for each in gazetteer]
        own = sorted(
            (each for each in postcodes if each.district == DERBY), key=lambda each: each.postcode
        )
        if not own:
            raise ValueError(f"no postcode lies in {DERBY}")
        middle = Postcode(
            "", _middle(each.easting for each in own), _middle(each.northing for each in own), ""
        )
        rings: dict[Ring, list[Postcode]] = {ring: [] for ring in Ring}
        for each in sorted(postcodes, key=lambda each: each.postcode):
            away = miles(middle, each)
            if each.district == DERBY and away <= CITY_RADIUS:
                rings[Ring.CITY].append(each)
            if away <= TWENTY_MILES - CITY_RADIUS - 1:
                rings[Ring.NEAR].append(each)
            elif TWENTY_MILES + CITY_RADIUS + 1 <= away <= FARTHEST:
                rings[Ring.FAR].append(each)
        for ring, members in rings.items():
            if len(members) < AT_LEAST:
                raise ValueError(f"fewer than {AT_LEAST} postcodes lie {ring.value}")
        self._rings = rings
        self.by_postcode = {each.postcode: each for each in postcodes}

    def choose(self, rng: Random, ring: Ring) -> str:
        return rng.choice(self._rings[ring]).postcode


def _spaced(postcode: str) -> str:
    """As people write it and returns hold it, however the gazetteer keeps it."""
    letters = "".join(postcode.split())
    return f"{letters[:-3]} {letters[-3:]}"


def _middle(metres: Iterable[int]) -> int:
    return median_low(metres)
