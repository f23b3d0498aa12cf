"""Who pays from which day on, once somebody leaves or another split is agreed. Pure.

A split is never overlapped by another and comes to the price on every day (R-11, R-112).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from domain.referral.funding import Departure, FundingPlan
from domain.shared.money import Funder, FundingHeading, Share, ShareStatus


def paid(agreed: FundingPlan, left: Sequence[Departure]) -> FundingPlan:
    """What was agreed, as it is paid: the council pays in the place of those who left (6-73)."""
    return reduce(without, left, agreed)


def without(plan: FundingPlan, gone: Departure) -> FundingPlan:
    """The split once a funder pays no more: it still adds up on every day."""
    mine = plan.shares_of(gone.funder)
    shares = tuple(
        piece
        for share in plan.shares
        for piece in (_parted(share, plan.starts_on, gone) if share in mine else (share,))
    )
    return plan.model_copy(update={"shares": shares})


def _parted(share: Share, starts_on: date, gone: Departure) -> Iterator[Share]:
    """What the funder pays before and after, and what the council pays while it is gone."""
    begins = share.since or starts_on
    if begins < gone.since:
        yield share.model_copy(update={"until": earlier(gone.since, share.until)})
    first, last = max(begins, gone.since), earlier(gone.until, share.until)
    if last is None or first < last:
        yield _in_place_of(share, first, last)
    if gone.until is not None and (share.until is None or gone.until < share.until):
        yield share.model_copy(update={"since": max(begins, gone.until)})


def _in_place_of(share: Share, since: date, until: date | None) -> Share:
    return Share(
        heading=FundingHeading.SOCIAL_CARE,
        weekly=share.weekly,
        lead=share.lead,
        since=since,
        until=until,
        status=ShareStatus.UNDERWRITTEN,
        underwrites=share.funder,
    )


def earlier(one: date | None, other: date | None) -> date | None:
    """The earlier of two ends, of which one that is absent never comes."""
    return min((day for day in (one, other) if day is not None), default=None)


def from_then(plan: FundingPlan, since: date, shares: Sequence[Share]) -> FundingPlan:
    """A plan that is paid as before up to a day, and by other shares from that day on."""
    before = tuple(
        share.model_copy(update={"until": earlier(since, share.until)})
        for share in plan.shares
        if (share.since or plan.starts_on) < since
    )
    return plan.model_copy(update={"shares": (*before, *dated(shares, since))})


def dated(shares: Sequence[Share], since: date) -> tuple[Share, ...]:
    """Shares none of which is paid before a day."""
    return tuple(
        share.model_copy(update={"since": max(share.since or since, since)}) for share in shares
    )


def overtaken(left: Sequence[Departure], since: date) -> tuple[Departure, ...]:
    """Who was gone before another split: gone up to its first day, or, if later, not at all."""
    return tuple(
        replace(each, until=earlier(each.until, since)) for each in left if each.since < since
    )


def last_of(left: Sequence[Departure], funder: Funder) -> Departure | None:
    """When a funder left for the last time, if it did."""
    return next((each for each in reversed(left) if each.funder == funder), None)


def put_right(
    left: Sequence[Departure], wrong: Departure, since: date | None
) -> tuple[Departure, ...]:
    """The same with one that was on another day or, with none, never was."""
    others = tuple(each for each in left if each is not wrong)
    return others if since is None else (*others, replace(wrong, since=since))
