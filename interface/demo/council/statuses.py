"""How the legal status of a made-up child changed, as the rules on each let it."""

from collections.abc import Mapping
from datetime import date
from random import Random

from interface.demo.council.chance import after, day_between, happens
from interface.demo.council.people import Person
from interface.demo.council.shape import YEAR

ADOPTION = frozenset({"A5", "A6"})


def statuses_of(
    rng: Random, person: Person, place: str, homes: list[date], until: date = YEAR.last
) -> Mapping[date, str]:
    """The statuses by date, for a child whose homes began on these days, the last of this type."""
    started = homes[0]
    if person.unaccompanied:
        return {started: "V2"}
    if place == "R5":
        return {started: "J1"}
    if place in ADOPTION:
        return _placement_order(rng, started, homes[-1])
    told = _care_order(rng, started) if place == "P1" else _mixed(rng, started)
    return {day: status for day, status in told.items() if day == started or day < until}


def _placement_order(rng: Random, started: date, placed: date) -> Mapping[date, str]:
    return {
        started: "C1",
        day_between(rng, max(after(started, 1), after(placed, -200)), placed): "E1",
    }


def _care_order(rng: Random, started: date) -> dict[date, str]:
    return {started: "C1", after(started, rng.randint(150, 400)): "C2"}


def _mixed(rng: Random, started: date) -> dict[date, str]:
    first = rng.choices(["C1", "V2", "L2", "L1"], weights=[58, 34, 4, 4])[0]
    if first == "C1":
        return _care_order(rng, started)
    if first == "V2" and happens(rng, 50):
        return {started: "V2"}
    # Police protection lasts to the third day, an emergency order to the eighth.
    wait = {"V2": rng.randint(30, 300), "L2": 8, "L1": 2}[first]
    return {started: first, **_care_order(rng, after(started, wait))}
