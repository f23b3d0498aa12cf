"""Each funder answers for its own share; the council may pay in its place."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from domain.referral.commands.funding import (
    AgreeShare,
    DisputeShare,
    UnderwriteShare,
    WithdrawShare,
)
from domain.referral.events import (
    FundingEvent,
    ShareAgreed,
    ShareDisputed,
    ShareUnderwritten,
    ShareWithdrawn,
)
from domain.referral.funding import FundingPlan
from domain.referral.rules.money import require_within_limit
from domain.referral.rules.shares import (
    require_anothers,
    require_answerable,
    require_funder,
    require_paid_from,
)
from domain.shared.breaches import broken
from domain.shared.code_lists import require_codes_in_force
from domain.shared.money import OWN, FundingHeading, Share, ShareStatus
from domain.shared.vocabulary import OfferId, Subject


def agree(offer_id: OfferId, plan: FundingPlan, command: AgreeShare) -> Sequence[FundingEvent]:
    require_answerable(plan, command)
    agreed = ShareAgreed(
        offer_id=offer_id,
        funder=command.funder,
        agreement_reference=command.agreement_reference,
        by=command.by,
    )
    return [agreed]


def dispute(offer_id: OfferId, plan: FundingPlan, command: DisputeShare) -> Sequence[FundingEvent]:
    require_answerable(plan, command)
    require_codes_in_force(command.not_in_force)
    said = command.model_dump(exclude={"as_funder", "not_in_force"})
    disputed = ShareDisputed(offer_id=offer_id, **said)
    return [disputed]


def underwrite(
    offer_id: OfferId, plan: FundingPlan, command: UnderwriteShare
) -> Sequence[FundingEvent]:
    require_anothers(plan, command.funder)
    require_within_limit(plan, command)
    return [ShareUnderwritten(offer_id=offer_id, funder=command.funder, by=command.by)]


def withdraw(
    offer_id: OfferId, plan: FundingPlan, command: WithdrawShare
) -> Sequence[FundingEvent]:
    """The funder's share ends on a day, and from that day the council pays it (6-73)."""
    require_funder(plan, command)
    since = max(command.since, plan.starts_on)
    require_paid_from(plan, command.funder, since)
    withdrawn = ShareWithdrawn(
        offer_id=offer_id,
        shares=without(plan, command.funder, since),
        breaches=broken([partial(require_codes_in_force, command.not_in_force)]),
        **command.model_dump(exclude={"as_funder", "not_in_force"}) | {"since": since},
    )
    return [withdrawn]


def without(plan: FundingPlan, funder: str, since: date) -> tuple[Share, ...]:
    """The split once a funder pays no more: it still adds up on every day."""
    mine = plan.shares_of(funder)
    return tuple(
        piece
        for share in plan.shares
        for piece in (_parted(share, plan.starts_on, since) if share in mine else (share,))
    )


def _parted(share: Share, starts_on: date, since: date) -> Iterator[Share]:
    """What the funder paid until the day, and what the council pays from it."""
    begins = share.since or starts_on
    if begins < since:
        until = min(since, share.until) if share.until else since
        yield share.model_copy(update={"until": until})
    if share.until is None or since < share.until:
        yield Share(
            heading=FundingHeading.SOCIAL_CARE,
            weekly=share.weekly,
            lead=share.lead,
            since=max(since, begins),
            until=share.until,
            status=ShareStatus.UNDERWRITTEN,
            underwrites=share.funder,
        )


def answered_for(plan: FundingPlan, by: Subject) -> FundingPlan:
    """The plan as it is authorised: the council's own shares are agreed by who authorises."""
    agreed = {"status": ShareStatus.AGREED, "agreed_by": by}
    shares = tuple(
        share.model_copy(update=agreed) if share.heading in OWN else share for share in plan.shares
    )
    return plan.model_copy(update={"shares": shares})
