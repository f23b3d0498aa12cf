"""Beds by the night: how many a block has in a home, and how many of them are called off.

A night is named by the day on which it begins (R-04).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.block.agreement import BedsAt
from domain.shared.vocabulary import PlacementId, SettingId


@dataclass(frozen=True, slots=True)
class Edition:
    """The beds from a night on, until the next edition."""

    from_: date
    homes: tuple[BedsAt, ...]


@dataclass(frozen=True, slots=True)
class Allocation:
    """A bed called off from a night until, and without, another."""

    placement_id: PlacementId
    setting_id: SettingId
    arrives: date
    leaves: date

    def covers(self, night: date) -> bool:
        return self.arrives <= night < self.leaves


@dataclass(frozen=True, kw_only=True)
class Beds:
    """What was bought and what is called off; outside its period a block has no beds."""

    since: date
    until: date
    editions: tuple[Edition, ...]
    allocations: tuple[Allocation, ...] = ()

    def at(self, night: date, setting_id: SettingId | None = None) -> int:
        """Beds on a night, in one home or in all."""
        begun = [each for each in self.editions if each.from_ <= night]
        if not begun or not self.since <= night < self.until:
            return 0
        homes = begun[-1].homes
        return sum(home.beds for home in homes if setting_id in {None, home.setting_id})

    def called_off(self, night: date, setting_id: SettingId | None = None) -> int:
        return sum(
            each.covers(night) and setting_id in {None, each.setting_id}
            for each in self.allocations
        )

    def allocation(self, placement_id: PlacementId) -> Allocation | None:
        """The bed that a placement called off last, and did not give back unused."""
        mine = [each for each in self.allocations if each.placement_id == placement_id]
        return mine[-1] if mine else None

    def turns(self, first: date, until: date) -> Sequence[date]:
        """The nights from the first on at which any number may change."""
        days = {self.since, self.until} | {each.from_ for each in self.editions}
        days |= {day for each in self.allocations for day in (each.arrives, each.leaves)}
        return sorted({first} | {day for day in days if first < day < until})

    def first_overfull(self, nights: Iterable[date]) -> date | None:
        """The first of these nights with more beds called off in a home than the block has."""
        for night in nights:
            homes = {each.setting_id for each in self.allocations if each.covers(night)}
            if any(self.called_off(night, home) > self.at(night, home) for home in homes):
                return night
        return None

    def most_at(self, setting_id: SettingId, first: date, until: date) -> int:
        """The most beds in a home on any night of a time."""
        return max((self.at(night, setting_id) for night in self.turns(first, until)), default=0)
