"""Who may spend what on the preferred offer."""

from domain.referral.errors import FundingNotAuthorised
from domain.referral.funding import FundingPlan
from domain.referral.offer import Offer
from domain.referral.stages import PendingFunding
from domain.shared.errors import ConflictOfInterest, NotPermitted
from domain.shared.money import FundingSplitUnbalanced, require_balanced, weekly_total
from domain.shared.vocabulary import Pence, Subject


def require_plan_of(offer: Offer, plan: FundingPlan) -> None:
    """Refuse a plan that is not the offer's price, shared out to the penny (R-11)."""
    offered = weekly_total(offer.price)
    if plan.weekly != offered:
        raise FundingSplitUnbalanced(
            f"The offer is {offered} pence a week and the lines come to {plan.weekly}.",
            total=offered,
            lines=plan.weekly,
        )
    require_balanced(plan.weekly, plan.shares)


def require_other_than_requester(pending: PendingFunding, by: Subject) -> None:
    """Nobody authorises what they asked for (5.2)."""
    if by == pending.requested_by:
        raise ConflictOfInterest("Whoever asked for the money cannot authorise it.")


def require_within_limit(plan: FundingPlan, limit: Pence | None) -> None:
    """Refuse an authorisation above the authoriser's own weekly limit (2.2)."""
    if limit is not None and plan.weekly > limit:
        raise NotPermitted(
            f"This is {plan.weekly} pence a week and your limit is {limit}.",
            weekly=plan.weekly,
            limit=limit,
        )


def require_authorised(*, authorised: bool) -> None:
    """A placement starts once its money is authorised (4-118)."""
    if not authorised:
        raise FundingNotAuthorised
