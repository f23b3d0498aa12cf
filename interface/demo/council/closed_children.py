"""The children who left care within the year, by how they left."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from interface.demo.council.chance import after, day_between, happens
from interface.demo.council.homes import Homes
from interface.demo.council.people import Person, born_between, dealt, upn
from interface.demo.council.shape import ETHNICITIES, LEFT, OPEN, YEAR
from interface.demo.council.stories import Outline

Ending = tuple[str, str, str]
"""The last placement's code and provider, and the REC."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of care: at what ages (at the year's end), and from where, by weight."""

    ages: tuple[int, int]
    endings: Mapping[Ending, int]


WAYS = {
    "turned 18": Way(
        (18, 18),
        {
            ("U4", "PR4", "E17"): 10,
            ("U4", "PR1", "E17"): 8,
            ("K3", "PR4", "E5"): 10,
            ("K2", "PR4", "E5"): 4,
            ("U6", "PR4", "E6"): 2,
        },
    ),
    "home again": Way(
        (1, 16),
        {("P1", "PR0", "E4A"): 6, ("U6", "PR1", "E4A"): 8, ("U6", "PR4", "E4B"): 3},
    ),
    "came and went": Way(
        (1, 16),
        {("U6", "PR1", "E4A"): 8, ("U6", "PR4", "E4A"): 6, ("U3", "PR1", "E4B"): 3},
    ),
    "special guardianship": Way(
        (1, 12), {("U3", "PR1", "E45"): 8, ("U1", "PR1", "E45"): 3, ("U4", "PR1", "E46"): 3}
    ),
    "adopted": Way(
        (2, 6),
        {("A6", "PR2", "E12"): 6, ("A5", "PR2", "E12"): 3, ("A6", "PR5", "E11"): 3},
    ),
    "arrangements order": Way((1, 12), {("U3", "PR1", "E41"): 1}),
}
NEW = "came and went"
COMES_OF_AGE = "turned 18"


def closed_outlines(rng: Random, homes: Homes) -> list[Outline]:
    """An outline for each child who left, numbered after those who did not."""
    ways = [way for way, count in LEFT.items() for _ in range(count)]
    return [_outline(rng, homes, OPEN + n, way) for n, way in enumerate(ways)]


def _outline(rng: Random, homes: Homes, number: int, way: str) -> Outline:
    endings = WAYS[way].endings
    place, provider, rec = rng.choices(list(endings), weights=list(endings.values()))[0]
    person = _person(rng, number, WAYS[way].ages)
    day = _day_of_leaving(rng, person, way)
    near = homes.must_be_near(place, provider) or happens(rng, 65)
    return Outline(
        person=person,
        place=place,
        provider=provider,
        near=near,
        new=way == NEW,
        stays=1 if place in {"P1", "K3"} or happens(rng, 75) else 2,
        left=(day, rec),
        last_day=after(day, -1),
    )


def _person(rng: Random, number: int, ages: tuple[int, int]) -> Person:
    born_on = born_between(rng, *ages)
    return Person(
        number=number,
        born_on=born_on,
        sex=rng.choice("MF"),
        ethnicity=rng.choice(dealt(rng, ETHNICITIES)),
        upn=upn(rng, number, born_on, unaccompanied=False),
        unaccompanied=False,
    )


def _day_of_leaving(rng: Random, person: Person, way: str) -> date:
    if way == COMES_OF_AGE:
        return person.turns(18)
    # Late enough for a stay or two within the year to have gone before.
    return day_between(rng, after(YEAR.first, 20), YEAR.last)
