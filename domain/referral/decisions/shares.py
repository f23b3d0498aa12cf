"""Each funder answers for its own share; the council may pay in its place."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from domain.referral.commands.funding import (
    AgreeShare,
    DisputeShare,
    UnderwriteShare,
    WithdrawShare,
)
from domain.referral.events.funding import (
    FundingEvent,
    ShareAgreed,
    ShareDisputed,
    ShareUnderwritten,
    ShareWithdrawn,
)
from domain.referral.funding import Departure, FundingPlan
from domain.referral.rules.shares import (
    require_anothers,
    require_answerable,
    require_funder,
    require_paid_from,
)
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.referral.splitting import without
from domain.shared.breaches import broken
from domain.shared.code_lists import require_codes_in_force
from domain.shared.limits import require_within_limit
from domain.shared.money import OWN, ShareStatus
from domain.shared.vocabulary import OfferId, Subject


def agree(offer_id: OfferId, plan: FundingPlan, command: AgreeShare) -> Sequence[FundingEvent]:
    require_answerable(plan, command)
    agreed = ShareAgreed(
        offer_id=offer_id,
        funder=command.funder,
        agreement_reference=command.agreement_reference,
        answered_by=command.answered_by,
        by=command.by,
    )
    return [agreed]


def dispute(offer_id: OfferId, plan: FundingPlan, command: DisputeShare) -> Sequence[FundingEvent]:
    require_answerable(plan, command)
    require_codes_in_force(command.not_in_force)
    disputed = ShareDisputed(offer_id=offer_id, **_said(command))
    return [disputed]


def underwrite(
    offer_id: OfferId, plan: FundingPlan, command: UnderwriteShare
) -> Sequence[FundingEvent]:
    require_anothers(plan, command.funder)
    require_within_limit(plan.weekly, command)
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
        shares=without(plan, Departure(command.funder, since)).shares,
        breaches=broken(
            [
                partial(require_codes_in_force, command.not_in_force),
                partial(require_gives_nobody_away, command.would_tell),
            ]
        ),
        **_said(command) | {"since": since},
    )
    return [withdrawn]


def _said(command: DisputeShare | WithdrawShare) -> dict[str, Any]:
    return {name: said for name, said in command.told().items() if name != "as_funder"}


def answered_for(plan: FundingPlan, by: Subject) -> FundingPlan:
    """The plan as it is authorised: the council's own shares are agreed by who authorises."""
    agreed = {"status": ShareStatus.AGREED, "agreed_by": by}
    shares = tuple(
        share.model_copy(update=agreed) if share.heading in OWN else share for share in plan.shares
    )
    return plan.model_copy(update={"shares": shares})
