"""The second fold: dated facts, in business order, after corrections and voids.

`evolve` remembers what deciding needs, in append order. A capability's `chronology`
yields periods instead: what was true from when until when, and on which event's word.
Case views, lists, reports and returns are the chronology asked a question.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import attrgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

from domain.shared.envelope import Recorded
from domain.shared.messages import Event, Value
from domain.shared.moments import When, begins, london_day

E = TypeVar("E", bound=Event)
S = TypeVar("S")


class Period(Value):
    """Something that was true from `since` until, and without, `until`.

    `source` is the id of the event that says so, `ended_by` of the one that ended it.
    An open period has no `until`.
    """

    since: When
    until: When | None = None
    source: UUID
    ended_by: UUID | None = None

    def covers(self, day: date) -> bool:
        """Whether this was true on a London day, at any moment of it."""
        return london_day(self.since) <= day and (
            self.until is None or day < london_day(self.until) or self._only_day(day)
        )

    def _only_day(self, day: date) -> bool:
        return london_day(self.since) == day


business_order = attrgetter("order")
"""By effect; on the same day in the order in which they were recorded."""

as_recorded = attrgetter("version")
"""In the order in which they stand in their stream."""


def in_business_order(history: Iterable[Recorded[E]]) -> Sequence[Recorded[E]]:
    return sorted(history, key=business_order)


@dataclass(frozen=True)
class InOrder(Generic[S, E]):
    """A fold in an order: what it begins with, and what each event makes of it.

    What a step is given it leaves as it was: so what was folded of a history is carried on by
    whatever comes last in that order, and nothing before it is folded again.
    """

    initial: S
    step: Callable[[S, Recorded[E]], S]
    by: Callable[[Recorded[Any]], Any] = business_order

    def of(self, history: Iterable[Recorded[E]]) -> S:
        return reduce(self.step, self.sorted(history), self.initial)

    def sorted(self, history: Iterable[Recorded[E]]) -> Sequence[Recorded[E]]:
        return sorted(history, key=self.by)


def in_force_on(periods: Iterable[Period], day: date) -> Sequence[Period]:
    """The periods that cover a London day, oldest first."""
    return sorted(
        (period for period in periods if period.covers(day)),
        key=lambda period: begins(period.since),
    )
