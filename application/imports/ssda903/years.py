"""The collection year: 1 April to 31 March, named by the year in which it ends."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class CollectionYear:
    """`CollectionYear(2026)` is 1 April 2025 to 31 March 2026."""

    ends: int

    @property
    def first(self) -> date:
        return date(self.ends - 1, 4, 1)

    @property
    def last(self) -> date:
        return date(self.ends, 3, 31)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last
