"""How a regulator graded a home, and which grades stand below which."""

from collections.abc import Mapping
from enum import StrEnum


class Grade(StrEnum):
    """The regulator's words: four for most homes, three for supported accommodation."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"
    CONSISTENTLY_STRONG = "consistently_strong"
    INCONSISTENT = "inconsistent"
    SERIOUS_WEAKNESSES = "serious_weaknesses"

    def is_below(self, threshold: "Grade") -> bool:
        return _RANK[self] < _RANK[threshold]


# The two scales are laid side by side so that one threshold of a contract serves both (A).
_RANK: Mapping[Grade, int] = {
    Grade.OUTSTANDING: 4,
    Grade.GOOD: 3,
    Grade.CONSISTENTLY_STRONG: 3,
    Grade.REQUIRES_IMPROVEMENT: 2,
    Grade.INCONSISTENT: 2,
    Grade.INADEQUATE: 1,
    Grade.SERIOUS_WEAKNESSES: 1,
}
