"""The 598 who are looked after at the year's end, with the published figures dealt out."""

from dataclasses import replace
from random import Random

from interface.demo.council.chance import happens
from interface.demo.council.homes import Homes
from interface.demo.council.people import Opening, dealt, open_people
from interface.demo.council.shape import (
    FOSTER,
    LONG_TERM_FOSTERING,
    OTHER_FOSTERING,
    PROVIDERS,
    STARTED_AND_OPEN,
    THREE_OR_MORE_PLACEMENTS,
    WITHIN_20_MILES,
    YEAR,
)
from interface.demo.council.stories import BEFORE_THE_YEAR, FROM_AGE, Outline

NEW_AND_ALONE = 30
FOUR_STAYS, FIVE_STAYS = 12, 4
TWO_STAYS = 140
SETTLED = frozenset({"P1", "A5", "A6", "R3", "R5"})
"""Homes at the end of a plan, or of a first day: nobody moves there by way of three others."""

NEVER_NEW = frozenset({"P1", "A5", "A6"})


def open_outlines(rng: Random, homes: Homes) -> list[Outline]:
    """An outline for each child open at the year's end."""
    openings = open_people(rng)
    new = _new(rng, openings)
    kinds = _kinds(rng, openings, new)
    stays = _stays(rng, openings, new)
    outlines = [
        Outline(
            person=opening.person,
            place=kinds[number][0],
            provider=kinds[number][1],
            near=False,
            new=number in new,
            stays=stays[number],
        )
        for number, opening in enumerate(openings)
    ]
    near = _near(rng, outlines, homes)
    return [replace(each, near=each.person.number in near) for each in outlines]


def _new(rng: Random, openings: list[Opening]) -> frozenset[int]:
    """Who started this year: all babies, those in custody, most who came alone, and others."""
    must = {
        n
        for n, each in enumerate(openings)
        if each.person.born_on >= YEAR.first or each.place == "R5"
    }
    alone = [n for n, each in enumerate(openings) if each.person.unaccompanied]
    must.update(rng.sample(alone, NEW_AND_ALONE))
    others = [
        n
        for n, each in enumerate(openings)
        if n not in must and n not in alone and each.place not in NEVER_NEW
    ]
    return frozenset(must) | frozenset(rng.sample(others, STARTED_AND_OPEN - len(must)))


def _kinds(rng: Random, openings: list[Opening], new: frozenset[int]) -> dict[int, tuple[str, str]]:
    """The placement code and provider of each child."""
    kinds = _foster_kinds(rng, openings, new)
    providers = {place: iter(dealt(rng, counts)) for place, counts in PROVIDERS.items()}
    for number, opening in enumerate(openings):
        if opening.place != FOSTER:
            kinds[number] = (opening.place, next(providers[opening.place]))
    return kinds


def _foster_kinds(
    rng: Random, openings: list[Opening], new: frozenset[int]
) -> dict[int, tuple[str, str]]:
    fostered = [n for n, each in enumerate(openings) if each.place == FOSTER]
    alone = [n for n in fostered if openings[n].person.unaccompanied]
    long_term = dealt(rng, LONG_TERM_FOSTERING)
    settled = rng.sample([n for n in fostered if n not in new and n not in alone], len(long_term))
    kinds = dict(zip(settled, long_term, strict=True))
    # The youngest come first in `openings`, so theirs are the first foster-for-adoption homes;
    # those who came alone have no relatives here, so theirs are homes with strangers.
    rest = [n for n in fostered if n not in kinds and n not in alone]
    others = dealt(rng, OTHER_FOSTERING)
    others.sort(key=lambda kind: {"U5": 0, "U3": 1, "U6": 1}[kind[0]])
    for_alone = [n for n, kind in enumerate(others) if kind[0] == "U6"][-len(alone) :]
    kinds.update(zip(alone, (others[n] for n in for_alone), strict=True))
    left = [kind for n, kind in enumerate(others) if n not in for_alone]
    kinds.update(zip(rest, left, strict=True))
    return kinds


def _stays(rng: Random, openings: list[Opening], new: frozenset[int]) -> list[int]:
    """How many homes each child was in during the year: 57 children in three or more."""
    stays = [1] * len(openings)
    can_move = [n for n, each in enumerate(openings) if each.place not in SETTLED]
    movers = rng.sample(can_move, THREE_OR_MORE_PLACEMENTS + TWO_STAYS)
    for position, number in enumerate(movers):
        stays[number] = _how_many(position)
    for number, each in enumerate(openings):
        came_of_age = each.person.turns(FROM_AGE.get(each.place, 0)) > BEFORE_THE_YEAR
        if came_of_age and number not in new:
            stays[number] = max(stays[number], 2)
    return stays


def _how_many(position: int) -> int:
    if position < FIVE_STAYS:
        return 5
    if position < FIVE_STAYS + FOUR_STAYS:
        return 4
    return 3 if position < THREE_OR_MORE_PLACEMENTS else 2


def _near(rng: Random, outlines: list[Outline], homes: Homes) -> frozenset[int]:
    """Who is within 20 miles of home; the council's own foster carers first, for they are."""
    alone = [each for each in outlines if each.person.unaccompanied]
    others = [each for each in outlines if not each.person.unaccompanied]
    must = [each for each in others if homes.must_be_near(each.place, each.provider)]
    may = [
        each for each in others if each not in must and homes.can_be_near(each.place, each.provider)
    ]
    rng.shuffle(may)
    may.sort(key=lambda each: each.provider != "PR1")
    chosen = must + may[: WITHIN_20_MILES - len(must)]
    chosen += [
        each for each in alone if homes.must_be_near(each.place, each.provider) or happens(rng, 70)
    ]
    return frozenset(each.person.number for each in chosen)
