"""A figure: numerator over denominator, cut by what it is labelled with, and what is behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from uuid import UUID

from application.measures.told import Item
from domain.shared.moments import When

NOT_APPLICABLE = "n/a"
SMALLEST_PUBLISHED = 6
"""Counts below this are not told in what is published (4.1, A)."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """`percent` to one decimal; `n/a` where there is nothing to divide by.

    `denominator` is none for a measure that only counts. Of a published cut with a count
    below six neither is told: `suppressed`.
    """

    numerator: int | None
    denominator: int | None
    percent: str
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """The same figure for one provider, one lot, one need."""

    value: str
    ratio: Ratio


@dataclass(frozen=True, slots=True)
class Times:
    """Elapsed hours through nights and clock changes (R8)."""

    median_hours: float
    ninetieth_percentile_hours: float


@dataclass(frozen=True, slots=True)
class Behind:
    """One thing counted, and the ids of the events that say so."""

    moment: When
    counts: bool
    events: Sequence[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    total: Ratio
    cuts: Mapping[str, Sequence[Cut]]
    times: Times | None
    behind: Sequence[Behind]


def figure(items: Sequence[Item], *, divided: bool, published: bool) -> Figure:
    """Count what fell into a quarter. Published, small counts and what is behind are not told."""
    return Figure(
        total=_ratio(items, divided=divided, published=published),
        cuts={
            name: _cuts(items, name, divided=divided, published=published)
            for name in sorted({name for item in items for name in item.labels})
        },
        times=_times([item.hours for item in items if item.hours is not None]),
        behind=[] if published else [Behind(i.moment, i.counts, i.events) for i in items],
    )


def percent(numerator: int, denominator: int) -> str:
    """To one decimal, halves upwards; reckoned in whole numbers."""
    if denominator == 0:
        return NOT_APPLICABLE
    tenths = (2000 * numerator + denominator) // (2 * denominator)
    return f"{tenths // 10}.{tenths % 10}"


def _ratio(items: Sequence[Item], *, divided: bool, published: bool) -> Ratio:
    above = sum(item.counts for item in items)
    below = len(items) if divided else None
    told = [above, *([] if below is None else [below])]
    if published and any(0 < count < SMALLEST_PUBLISHED for count in told):
        return Ratio(None, None, NOT_APPLICABLE, suppressed=True)
    return Ratio(above, below, NOT_APPLICABLE if below is None else percent(above, below))


def _cuts(items: Sequence[Item], name: str, *, divided: bool, published: bool) -> Sequence[Cut]:
    values = sorted({value for item in items for value in item.labels.get(name, ())})
    return [
        Cut(
            value,
            _ratio(
                [item for item in items if value in item.labels.get(name, ())],
                divided=divided,
                published=published,
            ),
        )
        for value in values
    ]


def _times(hours: Sequence[float]) -> Times | None:
    if not hours:
        return None
    ranked = sorted(hours)
    # The nearest rank: the smallest that nine tenths of them do not exceed.
    ninetieth = ranked[ceil(0.9 * len(ranked)) - 1]
    return Times(round(median(ranked), 1), round(ninetieth, 1))
