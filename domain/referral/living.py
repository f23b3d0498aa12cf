"""Who of several moved in by an offer that was let go since, and the money of their home (R-106).

The search may go on for the others, or be called off: where these live is paid for all the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from domain.referral.funding import FundedPlan, FundingPlan, PendingFunding
from domain.shared.vocabulary import OfferId


@dataclass(frozen=True)
class LivingThere:
    """These children, by number, under that offer; `money` once it was authorised."""

    offer_id: OfferId
    children: frozenset[int]
    money: FundedPlan | None = None
    pending: PendingFunding | None = None


Living = tuple[LivingThere, ...]


def with_money(
    living: Living, offer_id: OfferId, money: FundedPlan | None, pending: PendingFunding | None
) -> Living:
    """The same once the money of one of these homes has moved."""
    return tuple(
        replace(each, money=money, pending=pending) if each.offer_id == offer_id else each
        for each in living
    )


def asked_for(living: Iterable[LivingThere], plan: FundingPlan) -> LivingThere | None:
    """Whose home a plan is for: its lines say whose they are (R-58)."""
    named = {line.child for line in plan.price}
    return next((each for each in living if named and named <= each.children), None)
