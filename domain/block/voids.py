"""Bed nights that were bought, called off and lived in, and what the empty ones cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.block.pricing import bed_price
from domain.block.state import Bought
from domain.shared.money import BASIS_POINTS, weekly_total
from domain.shared.vocabulary import Pence, PlacementId

DAYS_OF_A_WEEK = 7

Nights = tuple[date, date | None]
"""From a night until, and without, another; without an end, still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voids:
    """Of the nights from `first` until, and without, `until`.

    `void` are beds bought in which no child of the block lived; of these `held` were called
    off for one. `void_pence` is what they cost by the block's terms, rounded down.
    """

    first: date
    until: date
    bought: int
    called_off: int
    lived_in: int
    void: int
    held: int
    void_pence: Pence


def voids(
    block: Bought, lived: Mapping[PlacementId, Sequence[Nights]], first: date, until: date
) -> Voids:
    """Count a time, cut to the block's own. `lived` are the nights of each placement's stays."""
    first, until = max(first, block.beds.since), min(until, block.beds.until)
    nights = [first + timedelta(days=n) for n in range(max((until - first).days, 0))]
    bought = {night: block.beds.at(night) for night in nights}
    called = {night: block.beds.called_off(night) for night in nights}
    taken = {night: _lived_in(block, lived, night) for night in nights}
    weekly = {night: weekly_total(bed_price(block, night)) for night in nights}
    parts = sum((bought[night] - taken[night]) * weekly[night] for night in nights)
    return Voids(
        first=first,
        until=max(first, until),
        bought=sum(bought.values()),
        called_off=sum(called.values()),
        lived_in=sum(taken.values()),
        void=sum(bought.values()) - sum(taken.values()),
        held=sum(called.values()) - sum(taken.values()),
        void_pence=Pence(parts * block.terms.void_basis_points // (DAYS_OF_A_WEEK * BASIS_POINTS)),
    )


def _lived_in(block: Bought, lived: Mapping[PlacementId, Sequence[Nights]], night: date) -> int:
    """Beds called off for a night by placements that were lived in on it."""
    return sum(
        any(
            since <= night and (left is None or night < left)
            for since, left in lived.get(each.placement_id, ())
        )
        for each in block.beds.allocations
        if each.covers(night)
    )
