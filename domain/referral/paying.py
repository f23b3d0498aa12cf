"""How each event moves the money of a referral. No rule is checked here."""

from dataclasses import replace

from domain.referral.events.funding import (
    FundingAuthorised,
    FundingConditionMet,
    FundingDeclined,
    FundingEvent,
    FundingRequested,
    ShareAgreed,
    ShareDisputed,
    ShareUnderwritten,
    ShareWithdrawn,
    VerbalAuthorityNoted,
)
from domain.referral.funding import FundedPlan, FundingPlan
from domain.referral.stages import (
    Authorised,
    AwaitingFunding,
    Chosen,
    Fulfilled,
    PendingFunding,
    Preferred,
    Referral,
)
from domain.shared.errors import CorruptHistory
from domain.shared.money import ShareStatus
from domain.shared.personal import Erased

ShareEvent = ShareAgreed | ShareDisputed | ShareUnderwritten


def funded(referral: Referral, event: FundingEvent) -> Referral:
    """A referral after an event about its money."""
    match referral, event:
        case Preferred(facts, offer_id), FundingRequested():
            return AwaitingFunding(facts, offer_id, PendingFunding(event.plan, event.by))
        case AwaitingFunding(facts, offer_id), FundingAuthorised():
            return Authorised(facts, offer_id, authorised(event))
        case AwaitingFunding(facts, offer_id), FundingDeclined():
            return Preferred(facts, offer_id)
        case Fulfilled(), FundingRequested():
            return replace(referral, pending=PendingFunding(event.plan, event.by))
        case Fulfilled(), FundingAuthorised():
            return replace(referral, funded=True, money=authorised(event), pending=None)
        case Fulfilled(), FundingDeclined():
            return replace(referral, pending=None)
        case Chosen(facts), VerbalAuthorityNoted():
            words = {**facts.words, event.offer_id: event.authority}
            return replace(referral, facts=replace(facts, words=words))
        case _:
            return _answered(referral, event)


def authorised(event: FundingAuthorised) -> FundedPlan:
    return FundedPlan(event.plan, {each.code: each for each in event.conditions})


def _answered(referral: Referral, event: FundingEvent) -> Referral:
    match referral, event:
        case (
            AwaitingFunding(pending=PendingFunding() as pending)
            | Fulfilled(pending=PendingFunding() as pending),
            ShareAgreed() | ShareDisputed() | ShareUnderwritten(),
        ):
            return replace(referral, pending=replace(pending, plan=answered(pending.plan, event)))
        case (
            Authorised(money=FundedPlan() as money) | Fulfilled(money=FundedPlan() as money),
            ShareAgreed() | ShareDisputed() | ShareUnderwritten(),
        ):
            return replace(referral, money=replace(money, plan=answered(money.plan, event)))
        case (
            Authorised(money=FundedPlan() as money) | Fulfilled(money=FundedPlan() as money),
            ShareWithdrawn(shares=shares),
        ):
            plan = money.plan.model_copy(update={"shares": shares})
            return replace(referral, money=replace(money, plan=plan))
        case (
            Authorised(money=FundedPlan() as money) | Fulfilled(money=FundedPlan() as money),
            FundingConditionMet(condition=met),
        ):
            still_open = {code: c for code, c in money.open_conditions.items() if code != met}
            return replace(referral, money=replace(money, open_conditions=still_open))
        case _:
            raise CorruptHistory(referral, event)


def answered(plan: FundingPlan, event: ShareEvent) -> FundingPlan:
    """A plan once a funder, or the council in its place, has answered for a share."""
    match event:
        case ShareAgreed(agreement_reference=reference):
            known = None if isinstance(reference, Erased) else reference
            return plan.standing(event.funder, ShareStatus.AGREED, event.by, known)
        case ShareDisputed():
            return plan.standing(event.funder, ShareStatus.DISPUTED, None)
        case ShareUnderwritten():
            return plan.standing(event.funder, ShareStatus.UNDERWRITTEN, event.by)
