"""What putting a leaving right, and another split, obey (6-73, 6-05, R-112)."""

from datetime import date

from domain.referral.funding import AskedSplit, Departure, FundedPlan, FundingPlan
from domain.referral.rules.money import require_agreements_evidenced, require_each_funder_once
from domain.referral.splitting import last_of
from domain.shared.errors import (
    EffectiveBeforeStream,
    NotFound,
    WrongState,
)
from domain.shared.money import Funder, require_balanced


def require_left(money: FundedPlan, funder: Funder) -> Departure:
    """When the funder left for the last time; not found if it did not."""
    gone = last_of(money.left, funder)
    if gone is None:
        raise NotFound("No withdrawal of this funder is on record.")
    return gone


def require_other_day(gone: Departure, since: date | None) -> None:
    """Refuse the day that is on record, or one from which another split holds already."""
    if since == gone.since:
        raise WrongState("That day is on record.")
    if since is not None and gone.until is not None and gone.until <= since:
        raise WrongState(f"From {gone.until} another split holds.")


def require_nothing_asked(money: FundedPlan) -> None:
    if money.asked is not None:
        raise WrongState("Another split waits for its answer.")


def require_asked(money: FundedPlan) -> AskedSplit:
    if money.asked is None:
        raise WrongState("No other split was put.")
    return money.asked


def require_while_paid(money: FundedPlan, since: date) -> None:
    """Refuse a split from a day before the newest begins, or after the money ends."""
    if since < money.split_from:
        raise EffectiveBeforeStream(f"A split from {money.split_from} is in force.")
    if money.plan.until is not None and money.plan.until <= since:
        raise WrongState(f"Nothing is paid from {money.plan.until}.")


def require_split(plan: FundingPlan, since: date) -> None:
    """Refuse shares that are not the price on every day from then on (6-72, R-11)."""
    require_balanced(plan.weekly, plan.shares, since, plan.until)
    require_each_funder_once(plan)
    require_agreements_evidenced(plan)
