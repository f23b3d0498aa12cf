"""What a bed costs on a night, and whether the discount of the award is in it.

Source: seed rows 4-099, 4-100; R-10 (beds of one award); Q14 (kept when beds fall below five).
"""

from collections.abc import Sequence
from datetime import date

from domain.block.rules import beds_of
from domain.block.state import Bought
from domain.shared.discounts import BEDS_OF_ONE_AWARD, discounted
from domain.shared.money import PriceLine, weekly_total
from domain.shared.vocabulary import Pence


def beds_that_count(block: Bought, night: date) -> int:
    """By how many beds the discount goes: those of the award, whatever was added since.

    They are fewer only where the block's terms end the discount below five.
    """
    awarded = beds_of(block.award.homes)
    if not block.terms.discount_ends_below_five:
        return awarded
    return min(awarded, block.beds.at(night))


def is_discounted(block: Bought, night: date) -> bool:
    qualifies = beds_that_count(block, night) >= BEDS_OF_ONE_AWARD
    return qualifies and block.award.discount_basis_points > 0


def bed_price(block: Bought, night: date) -> Sequence[PriceLine]:
    """One bed's lines in pence a week, after the discount where it applies."""
    parts, beds = block.award.discount_basis_points, beds_that_count(block, night)
    return discounted(block.award.lines, parts, beds)


def weekly_on(block: Bought, night: date) -> Pence:
    """What all beds of a night cost, in pence a week."""
    return Pence(weekly_total(bed_price(block, night)) * block.beds.at(night))
