"""What both sides said about what goes beyond the category. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.referral.codes import Side
from domain.referral.events.offers import CategoryDifferenceAgreed, CategoryDifferenceProposed
from domain.shared.money import PriceLine
from domain.shared.personal import Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifference:
    """One word of the negotiation (4-095).

    `agreed_variation` is none while it is proposed, then the pence a week that the price moved.
    """

    side: Side
    difference: str | Erased | None
    extra_services: str | Erased | None
    price: Sequence[PriceLine]
    agreed_variation: int | None


def shown_difference(
    said: CategoryDifferenceProposed | CategoryDifferenceAgreed,
) -> ShownDifference:
    proposed = said if isinstance(said, CategoryDifferenceProposed) else None
    return ShownDifference(
        side=said.side,
        difference=proposed.difference if proposed else None,
        extra_services=proposed.extra_services if proposed else None,
        price=said.price,
        agreed_variation=None if isinstance(said, CategoryDifferenceProposed) else said.variation,
    )
