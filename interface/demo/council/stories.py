"""One child's history, put together: when they came, where they lived, when they left."""

from dataclasses import dataclass
from datetime import date
from random import Random

from interface.demo.council.chance import after, days_between, happens
from interface.demo.council.histories import History
from interface.demo.council.homes import Home, Homes
from interface.demo.council.people import Person
from interface.demo.council.postcodes import Places, Ring
from interface.demo.council.shape import YEAR
from interface.demo.council.statuses import ADOPTION, statuses_of

FROM_AGE = {"K3": 16, "P3": 14, "S1": 4, "R5": 10, "K1": 10}
LONGEST = 9 * 365
EARLIEST_ALONE = 14
BIG_ENOUGH_FOR_A_HOME = 10
BEFORE_THE_YEAR = after(YEAR.first, -1)
MOVED_BECAUSE = {
    "CARPL": 40,
    "CREQB": 20,
    "CREQO": 10,
    "CHILD": 8,
    "LAREQ": 10,
    "CLOSE": 6,
    "STAND": 2,
    "OTHER": 4,
}
CHILDS_OWN_DOING = frozenset({"CREQB", "CHILD"})
OLD_ENOUGH_TO_HAVE_A_SAY = 5
NEEDS = {"N1": 62, "N2": 4, "N3": 4, "N4": 8, "N5": 15, "N6": 3, "N8": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What is settled about a child before chance has its say.

    `stays` is how many homes the child was in during the year, `place` and `provider` are
    the last, and `near` whether that is within 20 miles of home.
    """

    person: Person
    place: str
    provider: str
    near: bool
    new: bool
    stays: int
    left: tuple[date, str] | None = None
    last_day: date = YEAR.last
    """The last day on which the child may have moved: before leaving, if they left."""


class Storyteller:
    """Turns outlines into histories, with one source of chance."""

    def __init__(self, rng: Random, places: Places, homes: Homes) -> None:
        self._rng = rng
        self._places = places
        self._homes = homes

    def tell(self, outline: Outline) -> History:
        person = outline.person
        days = self._days(outline)
        home_postcode = self._home_postcode()
        homes = self._homes_on(days, outline, home_postcode)
        return History(
            person=person,
            need=self._need(person),
            home_postcode="" if person.unaccompanied else home_postcode,
            homes=homes,
            statuses=statuses_of(self._rng, person, outline.place, days, outline.last_day),
            reasons={day: self._reason(day, person) for day in days[1:]},
            left=outline.left,
        )

    def _days(self, outline: Outline) -> list[date]:
        """The day each home began, oldest first: `stays` of them reach into the year."""
        person = outline.person
        earliest = after(person.born_on, 1)
        if person.unaccompanied:
            earliest = person.turns(EARLIEST_ALONE)
        if outline.new:
            first = max(YEAR.first, earliest)
            days = days_between(self._rng, outline.stays, first, outline.last_day)
        else:
            earliest = max(earliest, after(BEFORE_THE_YEAR, -LONGEST))
            years = (BEFORE_THE_YEAR - earliest).days // 365
            before = self._rng.randint(1, 1 + min(years, 3)) + (outline.place in ADOPTION)
            days = [
                *days_between(self._rng, before, earliest, BEFORE_THE_YEAR),
                *days_between(self._rng, outline.stays - 1, YEAR.first, outline.last_day),
            ]
        return self._old_enough(days, outline)

    def _old_enough(self, days: list[date], outline: Outline) -> list[date]:
        allowed = outline.person.turns(FROM_AGE.get(outline.place, 0))
        if days[-1] >= allowed:
            return days
        moved_in_year = outline.new or outline.stays > 1
        last = outline.last_day if moved_in_year else BEFORE_THE_YEAR
        return [*days[:-1], *days_between(self._rng, 1, allowed, last)]

    def _homes_on(self, days: list[date], outline: Outline, home_postcode: str) -> dict[date, Home]:
        homes: dict[date, Home] = {}
        avoid = frozenset({home_postcode})
        for day in days[:-1]:
            home = self._on_the_way(day, outline.person, avoid)
            homes[day] = home
            avoid = frozenset({home_postcode, home.postcode})
        homes[days[-1]] = (
            Home("P1", "PR0", home_postcode, "")
            if outline.place == "P1"
            else self._homes.choose(
                outline.place, outline.provider, near=outline.near, not_at=avoid
            )
        )
        return homes

    def _on_the_way(self, day: date, person: Person, avoid: frozenset[str]) -> Home:
        grown = person.turns(BIG_ENOUGH_FOR_A_HOME) <= day and not person.unaccompanied
        place = "K2" if grown and happens(self._rng, 25) else "U6"
        provider = "PR4" if place == "K2" or happens(self._rng, 60) else "PR1"
        return self._homes.choose(place, provider, near=happens(self._rng, 70), not_at=avoid)

    def _reason(self, day: date, person: Person) -> str:
        reason = self._weighted(MOVED_BECAUSE)
        too_young = day < person.turns(OLD_ENOUGH_TO_HAVE_A_SAY)
        return "CREQO" if too_young and reason in CHILDS_OWN_DOING else reason

    def _home_postcode(self) -> str:
        while True:
            postcode = self._places.choose(self._rng, Ring.CITY)
            if postcode not in self._homes.standing_postcodes:
                return postcode

    def _need(self, person: Person) -> str:
        return "N8" if person.unaccompanied else self._weighted(NEEDS)

    def _weighted(self, weights: dict[str, int]) -> str:
        return self._rng.choices(list(weights), weights=list(weights.values()))[0]
