"""C-AGE-18 and C-LOT-18: where a young person goes at 18 is confirmed, and the lot has ended.

Source: seed 004 (4-092, S-004); docs/domain/10, R-02, R-23 and R-199.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from domain.placement.events import (
    JoinedToSearch,
    MoveOnConfirmed,
    PlacementStarted,
    Recategorised,
)
from domain.placement.history import History, end_of, first_of, last_word_on_start, of_kind
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clock_catalogue import C_AGE_18, C_AGE_18_3M, C_AGE_18_6M, C_AGE_18_28D, C_LOT_18
from domain.shared.clocks import Clock, ClockTerms, Limit, Unit, closed, due_by, met, months_before
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day

ADULT: Final = 18
OLD_ENOUGH: Final = 16
"""Who moved in younger plans the move in a pathway plan, and not with a home (A)."""

RUNGS: Final = (C_AGE_18_6M, C_AGE_18_3M, C_AGE_18_28D)


def move_on_clocks(history: History, terms: ClockTerms, child: ChildInLaw) -> Iterator[Clock]:
    """Of a stay that began at 16 or 17, while the date of birth is legible."""
    start, word = first_of(history, PlacementStarted), last_word_on_start(history)
    if start is None or word is None or child.adult_from is None:
        return
    since = london_day(word.effective_at)
    if since >= child.adult_from:
        return
    if start.event.age_in_years >= OLD_ENOUGH:
        yield from _confirmed(history, terms, start, since, child.adult_from)
    yield from _left(history, terms, start, child.adult_from)


def _confirmed(
    history: History,
    terms: ClockTerms,
    start: Recorded[PlacementStarted],
    since: date,
    adult_from: date,
) -> Iterator[Clock]:
    """Three times, each anew: what was confirmed for one day is no word on the next."""
    last, told, end = since, of_kind(history, MoveOnConfirmed), end_of(history)
    for rung in RUNGS:
        day = _before(terms.limits[rung], adult_from)
        if day < since:
            continue
        clock = due_by(start, C_AGE_18, day, terms, anchored_at=since)
        clock = replace(clock, key=f"{rung}:{start.event_id}")
        answers = (each for each in told if london_day(each.effective_at) >= last)
        yield closed(clock, next(answers, None), end)
        last = day + timedelta(days=1)


def _left(
    history: History, terms: ClockTerms, start: Recorded[PlacementStarted], adult_from: date
) -> Iterator[Clock]:
    """In a lot that ends at 18: still being there is a fact with breach (R-02)."""
    if _ends_before_age(history, start) != ADULT:
        return
    last = adult_from - timedelta(days=1)
    clock = due_by(start, C_LOT_18, last, terms, anchored_at=london_day(start.event.at))
    end = end_of(history)
    yield clock if end is None else met(clock, end)


def _ends_before_age(history: History, start: Recorded[PlacementStarted]) -> int | None:
    """By the last word on which lot it is."""
    joined, moved = of_kind(history, JoinedToSearch), of_kind(history, Recategorised)
    either: list[Recorded[Any]] = [*joined, *moved]
    said = sorted(either, key=lambda each: each.version)
    return said[-1].event.ends_before_age if said else start.event.ends_before_age


def _before(limit: Limit, day: date) -> date:
    if limit.unit is Unit.MONTHS:
        return months_before(day, limit.number)
    return day - timedelta(days=limit.number)
