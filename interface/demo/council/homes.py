"""The homes that children are placed in: one URN, one kind, one provider, one postcode.

Children's homes, schools and family centres stand at one postcode. Fostering and adoption
agencies have one URN and carers all over. URNs are made up, in the form of the real ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from interface.demo.council.postcodes import Places, Ring

STANDING = {
    ("K1", "PR2"): {Ring.FAR: 2},
    ("K2", "PR1"): {Ring.CITY: 6},
    ("K2", "PR4"): {Ring.NEAR: 14, Ring.FAR: 18},
    ("K2", "PR5"): {Ring.NEAR: 2, Ring.FAR: 2},
    ("K3", "PR1"): {Ring.CITY: 1},
    ("K3", "PR4"): {Ring.CITY: 14, Ring.NEAR: 8, Ring.FAR: 8},
    ("K3", "PR5"): {Ring.CITY: 4, Ring.NEAR: 2, Ring.FAR: 2},
    ("S1", "PR4"): {Ring.NEAR: 2, Ring.FAR: 4},
    ("S1", "PR5"): {Ring.NEAR: 1, Ring.FAR: 1},
    ("R3", "PR4"): {Ring.NEAR: 2, Ring.FAR: 2},
    ("R3", "PR5"): {Ring.NEAR: 1, Ring.FAR: 1},
}
"""How many homes of each kind and provider stand where."""

AGENCIES = {"U": {"PR1": 1, "PR4": 14, "PR5": 4}, "A": {"PR1": 1, "PR2": 2, "PR5": 2}}
FIRST_URN = 990_001
URNLESS = frozenset({"P1", "P3", "R1", "R2", "R5"})


@dataclass(frozen=True, slots=True)
class Home:
    """Where a child lives, as an episode says it."""

    place: str
    provider: str
    postcode: str
    urn: str


class Homes:
    """The register that placements are made from."""

    def __init__(self, rng: Random, places: Places) -> None:
        self._rng = rng
        self._places = places
        urns = (f"SC{number}" for number in range(FIRST_URN, 1_000_000))
        self._standing = self._stand(urns)
        self._agencies = {
            (kind, provider): [next(urns) for _ in range(count)]
            for kind, providers in AGENCIES.items()
            for provider, count in providers.items()
        }

    def _stand(self, urns: Iterator[str]) -> dict[tuple[str, str, bool], list[Home]]:
        standing: dict[tuple[str, str, bool], list[Home]] = {}
        for (place, provider), rings in STANDING.items():
            for ring, count in rings.items():
                homes = standing.setdefault((place, provider, ring is not Ring.FAR), [])
                homes.extend(
                    Home(place, provider, self._places.choose(self._rng, ring), next(urns))
                    for _ in range(count)
                )
        return standing

    @property
    def standing_postcodes(self) -> frozenset[str]:
        return frozenset(home.postcode for homes in self._standing.values() for home in homes)

    def can_be_near(self, place: str, provider: str) -> bool:
        return place in URNLESS or place[0] in "UA" or (place, provider, True) in self._standing

    def must_be_near(self, place: str, provider: str) -> bool:
        """Parents' homes and the council's own: those are where the council is."""
        return place == "P1" or (place[0] == "K" and provider == "PR1")

    def choose(self, place: str, provider: str, *, near: bool, not_at: frozenset[str]) -> Home:
        """A home of this kind; never at a postcode the child must not be sent to again."""
        while True:
            home = self._any(place, provider, near=near)
            if home.postcode not in not_at:
                return home

    def _any(self, place: str, provider: str, *, near: bool) -> Home:
        if (place, provider, near) in self._standing:
            return self._rng.choice(self._standing[place, provider, near])
        postcode = self._places.choose(self._rng, Ring.NEAR if near else Ring.FAR)
        agencies = self._agencies.get((place[0], provider), [""])
        return Home(place, provider, postcode, self._rng.choice(agencies))
