"""Timing two things in turns, so that a busy machine is busy for both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Ratio:
    """How fast a thing was as a part of its floor: the median of the rounds, and their range."""

    median: float
    lowest: float
    highest: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.lowest:.2f} to {self.highest:.2f})"


def seconds(work: Work, times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - started


def against(floor: Work, candidate: Work, *, times: int, rounds: int) -> Ratio:
    """Floor and candidate in turns, so many times each in every round."""
    seconds(floor, max(1, times // 10)), seconds(candidate, max(1, times // 10))
    ratios = [seconds(floor, times) / seconds(candidate, times) for _ in range(rounds)]
    return Ratio(statistics.median(ratios), min(ratios), max(ratios))


def percentile(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
