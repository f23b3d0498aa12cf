"""Who may spend what on the preferred offer."""

from collections.abc import Sequence

from domain.referral.children import Children
from domain.referral.codes import Code
from domain.referral.errors import FundingNotAuthorised
from domain.referral.facts import Facts
from domain.referral.funding import (
    AskedSplit,
    FundedPlan,
    FundingCondition,
    FundingPlan,
    PendingFunding,
)
from domain.referral.offer import Offer
from domain.shared.errors import (
    ConflictOfInterest,
    MissingInformation,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.money import (
    CLAIMS,
    OWN,
    FundingSplitUnbalanced,
    ShareStatus,
    require_balanced,
    turns,
    weekly_by_child,
    weekly_total,
)
from domain.shared.panels import PanelWord
from domain.shared.personal import legible
from domain.shared.vocabulary import Subject

ANSWERED = frozenset({ShareStatus.AGREED, ShareStatus.UNDERWRITTEN})


def require_plan_of(offer: Offer, children: Children, plan: FundingPlan) -> None:
    """Refuse a plan that is not the offer's price, shared out to the penny on every day (R-11).

    Of several children each has its own price, and those are asked who are sought here (R-58).
    """
    wanted = [line for line in offer.price if line.child is None or line.child in children.sought]
    asked, owed = weekly_by_child(plan.price), weekly_by_child(wanted)
    if children.are_siblings and asked != owed:
        wrong = sorted(str(child) for child in asked | owed if asked[child] != owed[child])
        raise FundingSplitUnbalanced("A child's lines are not its price.", children=wrong)
    offered = weekly_total(wanted)
    if plan.weekly != offered:
        raise FundingSplitUnbalanced(
            f"The offer is {offered} pence a week and the lines come to {plan.weekly}.",
            total=offered,
            lines=plan.weekly,
        )
    require_balanced(plan.weekly, plan.shares, plan.starts_on, plan.until)
    require_each_funder_once(plan)
    require_agreements_evidenced(plan)


def require_each_funder_once(plan: FundingPlan) -> None:
    """Refuse two shares of one funder on one day: it could not say which it answers for."""
    for day in turns(plan.shares, plan.starts_on, plan.until):
        paying = [share.funder for share in plan.shares if share.covers(day)]
        repeated = sorted({funder for funder in paying if paying.count(funder) > 1})
        if repeated:
            raise FundingSplitUnbalanced(f"Named twice: {', '.join(repeated)}.", repeated=repeated)


def require_agreements_evidenced(plan: FundingPlan) -> None:
    """Refuse a share put as agreed without who agreed and under what, or as underwritten (R-79)."""
    missing = []
    for place, share in enumerate(plan.shares):
        if share.status is ShareStatus.EXPECTED:
            continue
        if share.status is not ShareStatus.AGREED or share.heading in OWN:
            raise NotPermitted("Underwriting and the council's own share are for an authoriser.")
        told = {
            "agreed_by": share.agreed_by,
            "agreement_reference": legible(share.agreement_reference or ""),
        }
        missing += [f"shares.{place}.{name}" for name, value in told.items() if not value]
    if missing:
        raise MissingInformation(missing)


def require_all_answered(plan: FundingPlan) -> None:
    """Refuse money of which a funder's share is neither agreed nor underwritten (2.2)."""
    # A benefit is claimed and not promised: who authorises carries it until then.
    waiting = sorted(
        {
            share.funder
            for share in plan.shares
            if share.heading not in OWN | CLAIMS and share.status not in ANSWERED
        }
    )
    if waiting:
        raise FundingNotAuthorised(
            f"Neither agreed nor underwritten: {', '.join(waiting)}.", waiting=waiting
        )


def require_other_than_recorder(word: PanelWord | None, by: Subject) -> None:
    """Refuse money that would rest on a yes which whoever authorises it wrote down (5.2)."""
    if word is not None and word.recorded_by == by:
        raise ConflictOfInterest("Whoever recorded the panel's decision rests no money on it.")


def require_panel_agrees(plan: FundingPlan, word: PanelWord | None) -> None:
    """Refuse to rest on a panel that did not agree, or had another price before it (R-113)."""
    if word is None:
        return
    if not word.agrees:
        raise FundingNotAuthorised("The panel that is named did not agree to this.")
    if word.weekly != plan.weekly:
        raise FundingNotAuthorised(
            f"The panel had {word.weekly} pence a week before it, and this is {plan.weekly}."
        )


def require_each_condition_once(conditions: Sequence[FundingCondition]) -> None:
    codes = [condition.code for condition in conditions]
    repeated = sorted({code for code in codes if codes.count(code) > 1})
    if repeated:
        raise WrongState(f"Conditions named twice: {', '.join(repeated)}.")


def require_open_condition(money: FundedPlan, condition: Code) -> None:
    if condition not in money.open_conditions:
        raise NotFound("There is no such condition to be met.")


def require_other_than_requester(pending: PendingFunding | AskedSplit, by: Subject) -> None:
    """Nobody authorises what they asked for (5.2)."""
    if by == pending.requested_by:
        raise ConflictOfInterest("Whoever asked for the money cannot authorise it.")


def require_emergency_to_go_ahead(facts: Facts) -> None:
    """Refuse to go by word of mouth what there was time to authorise (6-71)."""
    if not facts.emergency:
        raise FundingNotAuthorised("Only an emergency goes ahead on verbal authority.")


def require_authorised(*, authorised: bool) -> None:
    """A placement starts once its money is authorised (4-118)."""
    if not authorised:
        raise FundingNotAuthorised
