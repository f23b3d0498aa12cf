"""Quarters: April to June, July to September, October to December, January to March (A)."""

from dataclasses import dataclass
from datetime import date

from domain.shared.moments import When, london_day

LAST_QUARTER_OF_A_YEAR = 10


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months, from the first day of `first`'s month."""

    first: date

    @property
    def before(self) -> date:
        """The first day of the next quarter."""
        if self.first.month == LAST_QUARTER_OF_A_YEAR:
            return date(self.first.year + 1, 1, 1)
        return date(self.first.year, self.first.month + 3, 1)

    def holds(self, moment: When) -> bool:
        """By the London day: a deadline at ten past midnight on 1 April is the new one's (6-10)."""
        return self.first <= london_day(moment) < self.before
