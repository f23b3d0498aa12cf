"""Places by night: what a home may take, what is taken, and on which nights it is too much.

A stay occupies the nights from its first day to the night before its last (R-04), and an
open one every later night. Nothing is enumerated: between two change points (days on which
some entry begins or ends) every night is alike, so one night of each stretch is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from domain.setting.dated import Dated
from domain.shared.messages import Value


class Nights(Value):
    """A stretch of nights, from the first up to, and without, `before`; or for ever."""

    first: date
    before: date | None = None

    def __str__(self) -> str:
        """As an interval of its first and last night: 2026-03-01/2026-03-04, 2026-03-01/.."""
        if self.before is None:
            return f"{self.first}/.."
        last = self.before - timedelta(days=1)
        return f"{self.first}" if last == self.first else f"{self.first}/{last}"


class Ceiling(Dated):
    """No more than so many places on these nights."""

    places: int


class Claim(Dated):
    """So many places in use on these nights."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class Places:
    """What a home may take and what is taken.

    `configured` are the places it is run with: none before the first of them. `registered`
    bind only on the nights they cover, because a home without registration is shut by
    another gate and one whose registration states no number is not bound by it. `exempted`
    stand in the place of registered ones on the nights they cover (R-14).
    """

    configured: Sequence[Ceiling]
    registered: Sequence[Ceiling]
    exempted: Sequence[Ceiling]
    claims: Sequence[Claim]

    def limit_on(self, night: date) -> int:
        """The lesser of configured and registered places."""
        run = _binding(self.configured, night)
        allowed = _binding(self.exempted, night) or _binding(self.registered, night)
        return min([*run, *allowed]) if run else 0

    def taken_on(self, night: date) -> int:
        """Reserved, occupied and blocked, with other authorities' children."""
        return sum(claim.count for claim in self.claims if claim.covers(night))

    def free_on(self, night: date) -> int:
        """Places left; nought, never less, where the home is full or over its number."""
        return max(0, self.limit_on(night) - self.taken_on(night))

    def fewest(self, first: date, before: date | None) -> int:
        """The places of the night that has the fewest, free or taken."""
        return min(self.limit_on(night) for night in self._change_points(first, before))

    def fewest_free(self, first: date, before: date | None) -> int:
        """Places left on the fullest of these nights."""
        return min(self.free_on(night) for night in self._change_points(first, before))

    def nights_over(self, first: date, before: date | None) -> tuple[Nights, ...]:
        """The stretches of a window on which more is taken than the home may take."""
        return tuple(_joined(self._stretches_over(first, before)))

    def _stretches_over(self, first: date, before: date | None) -> Iterator[Nights]:
        points = [*self._change_points(first, before), before]
        for start, end in pairwise(points):
            if start is not None and self.taken_on(start) > self.limit_on(start):
                yield Nights(first=start, before=end)

    def _change_points(self, first: date, before: date | None) -> Sequence[date]:
        entries: list[Dated] = [
            *self.configured,
            *self.registered,
            *self.exempted,
            *self.claims,
        ]
        days = {day for entry in entries for day in (entry.from_, entry.until) if day is not None}
        within = {day for day in days if first < day and (before is None or day < before)}
        return sorted({first} | within)


def _binding(ceilings: Sequence[Ceiling], night: date) -> list[int]:
    return [ceiling.places for ceiling in ceilings if ceiling.covers(night)]


def _joined(stretches: Iterator[Nights]) -> list[Nights]:
    joined: list[Nights] = []
    for nights in stretches:
        if joined and joined[-1].before == nights.first:
            joined[-1] = Nights(first=joined[-1].first, before=nights.before)
        else:
            joined.append(nights)
    return joined
