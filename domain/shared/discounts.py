"""The discount for buying beds together (seed row 4-100; R-10)."""

from collections.abc import Sequence

from domain.shared.money import BASIS_POINTS, PriceKind, PriceLine
from domain.shared.vocabulary import Pence

BEDS_OF_ONE_AWARD = 5
"""From so many beds of one award by one provider a discount is due."""


def discounted(lines: Sequence[PriceLine], basis_points: int, beds: int) -> tuple[PriceLine, ...]:
    """The lines after the discount: taken off accommodation alone, in whole pence, rounded down.

    `beds` are those of one award by one provider; fewer than five earn nothing (R-10).
    """
    if beds < BEDS_OF_ONE_AWARD:
        return tuple(lines)
    return tuple(_less(line, basis_points) for line in lines)


def _less(line: PriceLine, basis_points: int) -> PriceLine:
    if line.kind is not PriceKind.ACCOMMODATION:
        return line
    off = line.weekly * basis_points // BASIS_POINTS
    return line.model_copy(update={"weekly": Pence(line.weekly - off)})
