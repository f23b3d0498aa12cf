"""Who the made-up children are: born when, of which sex and ethnicity, and for which home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from domain.shared.vocabulary import age_on, birthday
from interface.demo.council.shape import (
    AGES,
    BANDS,
    BOYS,
    ETHNICITIES,
    FOSTER,
    HOMES_BY_AGE,
    OPEN,
    UNACCOMPANIED,
    UNACCOMPANIED_BOYS,
    UNACCOMPANIED_ETHNICITIES,
    YEAR,
)

T = TypeVar("T")

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
SCHOOL_AGE = 5
UNACCOMPANIED_IN_K3 = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A child. `number` is 0 for the first, and the CHILD id follows from it."""

    number: int
    born_on: date
    sex: str
    ethnicity: str
    upn: str
    unaccompanied: bool

    @property
    def child(self) -> str:
        return f"DEMO{self.number + 1:05}"

    def turns(self, age: int) -> date:
        return birthday(self.born_on, age)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A child who is looked after at the year's end, and the kind of home they are in."""

    person: Person
    place: str


def dealt(rng: Random, counts: Mapping[T, int]) -> list[T]:
    """Each thing as often as it is counted, shuffled."""
    cards = [thing for thing, count in counts.items() for _ in range(count)]
    rng.shuffle(cards)
    return cards


def open_people(rng: Random) -> list[Opening]:
    """The 598, with the sexes, ages, ethnicities and kinds of home of `shape`."""
    places = [(band, place) for band in AGES for place in dealt(rng, HOMES_BY_AGE[band])]
    alone = _unaccompanied(rng, places)
    sexes = iter(_sexes(rng, places, alone))
    ethnic = {
        True: iter(dealt(rng, UNACCOMPANIED_ETHNICITIES)),
        False: iter(dealt(rng, ETHNICITIES)),
    }
    openings = []
    for number, (band, place) in enumerate(places):
        born_on = _born_on(rng, band, place)
        unaccompanied = number in alone
        person = Person(
            number=number,
            born_on=born_on,
            sex=next(sexes),
            ethnicity=next(ethnic[unaccompanied]),
            upn=upn(rng, number, born_on, unaccompanied=unaccompanied),
            unaccompanied=unaccompanied,
        )
        openings.append(Opening(person=person, place=place))
    return openings


def _unaccompanied(rng: Random, places: list[tuple[str, str]]) -> frozenset[int]:
    """Which children came alone: aged 16 or 17, in supported accommodation or fostered."""
    supported = [n for n, (_, place) in enumerate(places) if place == "K3"]
    fostered = [n for n, (band, place) in enumerate(places) if band == "16" and place == FOSTER]
    return frozenset(
        rng.sample(supported, UNACCOMPANIED_IN_K3)
        + rng.sample(fostered, UNACCOMPANIED - UNACCOMPANIED_IN_K3)
    )


def _sexes(rng: Random, places: list[tuple[str, str]], alone: frozenset[int]) -> list[str]:
    came_alone = rng.sample(sorted(alone), UNACCOMPANIED_BOYS)
    in_custody = [n for n, (_, place) in enumerate(places) if place == "R5"]
    others = sorted(set(range(OPEN)) - alone - set(in_custody))
    boys = {*came_alone, *in_custody}
    boys.update(rng.sample(others, BOYS - len(boys)))
    return ["M" if number in boys else "F" for number in range(OPEN)]


def _born_on(rng: Random, band: str, place: str) -> date:
    youngest, oldest = BANDS[band]
    if place in {"A5", "A6"}:
        youngest = 2  # a placement order and a family take longer than a first year
    if place == "K1":
        youngest = 13
    return born_between(rng, youngest, oldest)


def born_between(rng: Random, youngest: int, oldest: int) -> date:
    """A birth date that makes these ages, in completed years, at the year's end."""
    earliest = birthday(YEAR.last, -oldest - 1) + timedelta(days=1)
    latest = birthday(YEAR.last, -youngest) - (timedelta(days=14) if not youngest else timedelta())
    return earliest + timedelta(days=rng.randrange((latest - earliest).days + 1))


def upn(rng: Random, number: int, born_on: date, *, unaccompanied: bool) -> str:
    """A made-up pupil number, or the code that says why there is none."""
    if unaccompanied:
        return "UN2"
    if age_on(born_on, YEAR.last) < SCHOOL_AGE:
        return "UN1"
    return f"{rng.choice(UPN_LETTERS)}999{number:05}{rng.randrange(10_000):04}"
