"""The money of one search, as a partner funder and as a finance officer may see it. Pure."""

from dataclasses import replace

from application.referral.funding_shown import FundingView, ShownSplit, ShownWithdrawal
from domain.shared.errors import NotFound
from domain.shared.money import Funder


def only_of(view: FundingView, funder: Funder) -> FundingView:
    """What a partner funder may see: its own share, and of the others that there are some."""
    if view.plan is None:
        raise NotFound
    own = [share for share in view.plan.shares if funder in (share.funder, share.underwrites)]
    split = _own_part(view.plan.split_asked, funder)
    if not own and split is None:
        raise NotFound
    left = [_days_only(each) for each in view.plan.withdrawals if each.funder == funder]
    plan = replace(
        view.plan,
        price=(),
        weekly_pence=None,
        planned_pence=None,
        requested_by=None,
        answered_by=None,
        shares=own,
        withdrawals=left,
        split_asked=split,
        conditions=(),
        rests_on=None,
        text=None,
        declined_because=None,
        budget_heading=None,
    )
    return replace(view, plan=plan, expected=(), absent=(), verbal_authority=None)


def _own_part(split: ShownSplit | None, funder: Funder) -> ShownSplit | None:
    """What another split asks of a funder; none where it asks nothing."""
    own = [share for share in split.shares if share.funder == funder] if split else []
    return replace(split, requested_by=None, shares=own) if split and own else None


def _days_only(left: ShownWithdrawal) -> ShownWithdrawal:
    days = [replace(r, reason=None, approved_by=None, by=None) for r in left.corrections]
    return replace(left, corrections=days)


def without_narrative(view: FundingView) -> FundingView:
    """Cost lines, dates and codes, and nothing that was written about the case."""
    if view.plan is None:
        return view
    plan = replace(
        view.plan,
        text=None,
        conditions=[replace(each, text=None) for each in view.plan.conditions],
        withdrawals=[_without_words(each) for each in view.plan.withdrawals],
    )
    return replace(view, plan=plan)


def _without_words(left: ShownWithdrawal) -> ShownWithdrawal:
    corrections = [replace(each, reason=None) for each in left.corrections]
    return replace(left, text=None, corrections=corrections)
