"""Lines of dated facts, kept as they were told: what `decide` asks of a day.

A fact holds from its moment until the next of its line. A fact known to the day comes
before one known to the minute of that day; of two at one moment the later told holds.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from domain.shared.moments import When, begins


class Dated(Protocol):
    """Anything that is true from a moment on."""

    @property
    def since(self) -> When: ...


D = TypeVar("D", bound=Dated)


def by_effect(line: Iterable[D]) -> Sequence[D]:
    """The line in business order."""
    return sorted(line, key=lambda fact: begins(fact.since))


def last_of(line: Iterable[D]) -> D | None:
    """The fact that holds in the end."""
    return next(reversed(by_effect(line)), None)


def holding_at(line: Iterable[D], when: When) -> D | None:
    """The fact that holds at a moment: the last that began at it or before."""
    return last_of(fact for fact in line if begins(fact.since) <= begins(when))
