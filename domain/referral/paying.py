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
from domain.referral.events.resharing import (
    SplitAuthorised,
    SplitDeclined,
    SplitRequested,
    WithdrawalCorrected,
)
from domain.referral.funding import AskedSplit, Departure, FundedPlan, FundingPlan, PendingFunding
from domain.referral.living import with_money
from domain.referral.payers import as_fulfilled, home_of
from domain.referral.splitting import from_then, last_of, overtaken, put_right
from domain.referral.stages import (
    Authorised,
    AwaitingFunding,
    Chosen,
    Fulfilled,
    Preferred,
    Referral,
    Stage,
)
from domain.shared.errors import CorruptHistory
from domain.shared.money import Share, ShareStatus
from domain.shared.personal import Erased

ShareEvent = ShareAgreed | ShareDisputed | ShareUnderwritten


def funded(referral: Referral, event: FundingEvent) -> Referral:
    """A referral after an event about its money, or about that of who lives there (R-106)."""
    home = home_of(referral, event.offer_id)
    if home is None or not isinstance(referral, Stage):
        return _funded(referral, event)
    after = _funded(as_fulfilled(referral, home), event)
    if not isinstance(after, Fulfilled):
        raise CorruptHistory(referral, event)
    living = with_money(referral.facts.living, home.offer_id, after.money, after.pending)
    return replace(referral, facts=replace(referral.facts, living=living))


def _funded(referral: Referral, event: FundingEvent) -> Referral:
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
    plan, conditions = event.plan, {each.code: each for each in event.conditions}
    return FundedPlan(plan, plan, plan.starts_on, conditions)


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
            _,
        ):
            return replace(referral, money=followed(money, event))
        case _:
            raise CorruptHistory(referral, event)


def followed(money: FundedPlan, event: FundingEvent) -> FundedPlan:
    """What is paid once something was said of it afterwards."""
    match event:
        case ShareAgreed() | ShareDisputed() | ShareUnderwritten():
            return _said(money, event)
        case ShareWithdrawn(funder=funder, since=since, shares=shares):
            gone = (*money.left, Departure(funder, since))
            return replace(money, plan=_shared(money, shares), left=gone)
        case WithdrawalCorrected(funder=funder, now=now, shares=shares):
            wrong = last_of(money.left, funder)
            left = put_right(money.left, wrong, now) if wrong else money.left
            return replace(money, plan=_shared(money, shares), left=left)
        case SplitRequested(since=since, shares=shares, by=by):
            return replace(money, asked=AskedSplit(since, _shared(money, shares), by))
        case SplitDeclined():
            return replace(money, asked=None)
        case SplitAuthorised():
            return _split(money, event)
        case FundingConditionMet(condition=met):
            still_open = {code: c for code, c in money.open_conditions.items() if code != met}
            return replace(money, open_conditions=still_open)
        case _:
            raise CorruptHistory(money, event)


def _shared(money: FundedPlan, shares: tuple[Share, ...]) -> FundingPlan:
    return money.plan.model_copy(update={"shares": shares})


def _said(money: FundedPlan, event: ShareEvent) -> FundedPlan:
    """An answer is to the split that it names, or else to the money as it is paid."""
    if event.split_from is None:
        plan, agreed = answered(money.plan, event), answered(money.agreed, event)
        return replace(money, plan=plan, agreed=agreed)
    if money.asked is None:
        raise CorruptHistory(money, event)
    return replace(money, asked=replace(money.asked, plan=answered(money.asked.plan, event)))


def _split(money: FundedPlan, event: SplitAuthorised) -> FundedPlan:
    return replace(
        money,
        plan=from_then(money.plan, event.since, event.shares),
        agreed=from_then(money.agreed, event.since, event.shares),
        split_from=event.since,
        left=overtaken(money.left, event.since),
        asked=None,
    )


def answered(plan: FundingPlan, event: ShareEvent) -> FundingPlan:
    """A plan once a funder, or the council in its place, has answered for a share."""
    match event:
        case ShareAgreed(agreement_reference=reference):
            known = None if isinstance(reference, Erased) else reference
            by = event.answered_by or event.by
            return plan.standing(event.funder, ShareStatus.AGREED, by, known)
        case ShareDisputed():
            return plan.standing(event.funder, ShareStatus.DISPUTED, None)
        case ShareUnderwritten():
            return plan.standing(event.funder, ShareStatus.UNDERWRITTEN, event.by)
