"""Floor and candidate by turns, so that whatever else the machine does falls on both."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Lap = Callable[[], float]
"""Does a round of work and returns how many a second it came to."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results. `met` is none where there is a figure and no budget for it."""

    what: str
    found: str
    wanted: str
    met: bool | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """The medians of a floor and of what stands on it, both in units a second."""

    floor: float
    candidate: float

    @property
    def ratio(self) -> float:
        return self.candidate / self.floor


def by_turns(floor: Lap, candidate: Lap, rounds: int) -> Pair:
    floors, candidates = [], []
    for _ in range(rounds):
        floors.append(floor())
        candidates.append(candidate())
    return Pair(median(floors), median(candidates))


def rate(work: Callable[[int], object], times: int) -> float:
    """How often a second a piece of work was done, told which time it is."""
    started = time.perf_counter()
    for number in range(times):
        work(number)
    return times / (time.perf_counter() - started)


def at_least(what: str, pair: Pair, wanted: float, unit: str) -> Row:
    return Row(
        what=what,
        found=f"{pair.ratio:.2f}",
        wanted=f"at least {wanted:.2f}",
        met=pair.ratio >= wanted,
        detail=f"{pair.candidate:,.0f} against {pair.floor:,.0f} {unit}",
    )


def load() -> float:
    """The load of the machine over the last minute: above 2, the figures are noise."""
    return os.getloadavg()[0]


def p(values: Sequence[float], of: float) -> float:
    """The value that so much of all values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * of))]
