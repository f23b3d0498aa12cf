"""A sister who has moved in is paid for, whatever became of the search for the others (R-106)."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from domain import referral
from domain.referral.clocks import clocks
from domain.referral.codes import DeselectionReason, OutcomeForChild, WithdrawalReason
from domain.referral.commands import ReferralCommand
from domain.referral.commands.choice import DeselectPreferred
from domain.referral.commands.closing import CloseUnfilled
from domain.referral.commands.ending import WithdrawReferral
from domain.referral.commands.funding import AuthoriseFunding, DeclineFunding, RequestFunding
from domain.referral.events import ReferralEvent
from domain.referral.events.funding import FundingAuthorised, FundingDeclined, FundingRequested
from domain.referral.funding import FundingPlan
from domain.referral.payers import waiting
from domain.referral.stages import (
    AwaitingFunding,
    Evaluating,
    Fulfilled,
    Preferred,
    Stage,
    Withdrawn,
)
from domain.shared.clock_catalogue import C_FUND_RETRO
from domain.shared.clocks import Clock, Outcome
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.money import (
    FundingHeading,
    FundingSplitUnbalanced,
    PriceLine,
    Share,
    ShareStatus,
    weekly_total,
)
from tests.domain.referral.test_choosing_for_siblings import (
    chosen,
    evaluating,
    started,
)
from tests.domain.referral.test_offers_for_siblings import TOGETHER, for_three
from tests.support.clocks import TERMS
from tests.support.referrals import (
    BROKER,
    ELM,
    HEAD,
    NEEDED,
    OAK,
    invited,
    offer_of,
    offered,
    recorded,
    setting_of,
)
from tests.support.scenario import Case

case = Case(referral.decider)
PRICE = for_three(TOGETHER).price
WITHDRAW = WithdrawReferral(reason=WithdrawalReason.RETURNED_HOME, by=BROKER)
DESELECT = DeselectPreferred(reason=DeselectionReason.CHILD_REFUSED, by=BROKER)
CLOSE = CloseUnfilled(outcome=OutcomeForChild.WITH_FAMILY, text="With an aunt.", by=BROKER)


def acted(history: Sequence[ReferralEvent], *commands: ReferralCommand) -> list[ReferralEvent]:
    told = list(history)
    for command in commands:
        told += referral.decider.decide(referral.decider.replay(told), command)
    return told


ELMS = for_three(TOGETHER, offer_id=offer_of(ELM), setting_id=setting_of(ELM))
OFFERED_BY_ELM: list[ReferralEvent] = [
    invited(ELM),
    offered(ELM).model_copy(update={"offer": ELMS}),
]
BOTH_OFFERED = [*evaluating(TOGETHER)[:-2], *OFFERED_BY_ELM, *evaluating(TOGETHER)[-2:]]
ONE_LIVES_THERE = acted([*BOTH_OFFERED, chosen(TOGETHER, 1, 2, 3)], started(2))
ELM_INSTEAD = chosen(TOGETHER, 1, 3).model_copy(update={"offer_id": offer_of(ELM)})


def plan(*children: int) -> FundingPlan:
    own: tuple[PriceLine, ...] = tuple(line for line in PRICE if line.child in children)
    whole = Share(heading=FundingHeading.SOCIAL_CARE, weekly=weekly_total(own), lead=True)
    return FundingPlan(price=own, shares=(whole,), starts_on=NEEDED)


def ask(*children: int) -> RequestFunding:
    return RequestFunding(plan=plan(*children), by=BROKER)


AUTHORISE = AuthoriseFunding(by=HEAD, limit=None)


def authorised(*children: int) -> FundingAuthorised:
    agreed = plan(*children).standing("social_care", ShareStatus.AGREED, HEAD)
    return FundingAuthorised(offer_id=offer_of(OAK), plan=agreed, by=HEAD)


@pytest.mark.covers("R-106", "R-47", "R-57")
@pytest.mark.parametrize("end", [WITHDRAW, CLOSE, DESELECT])
def test_her_money_is_asked_for_and_authorised_when_the_rest_is_let_go(
    end: ReferralCommand,
) -> None:
    over = acted(ONE_LIVES_THERE, end)
    asked = FundingRequested(offer_id=offer_of(OAK), plan=plan(2), by=BROKER)

    case.given(*over).when(ask(2)).then(asked)
    case.given(*over).when(AUTHORISE).then_refused(WrongState)
    own = AUTHORISE.model_copy(update={"by": BROKER})
    case.given(*over, asked).when(own).then_refused(ConflictOfInterest)
    case.given(*over, asked).when(AUTHORISE).then(authorised(2))
    case.given(*over, asked, authorised(2)).when(ask(2)).then_refused(WrongState)


@pytest.mark.covers("R-106")
def test_nobody_is_paid_for_who_does_not_live_there() -> None:
    over = case.given(*acted(ONE_LIVES_THERE, WITHDRAW))
    over.when(ask(1, 2, 3)).then_refused(FundingSplitUnbalanced)
    over.when(ask(1)).then_refused(FundingSplitUnbalanced)
    nobody = acted([*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3)], WITHDRAW)
    case.given(*nobody).when(ask(2)).then_refused(WrongState)


def test_the_search_stays_over_and_another_choice_is_asked_for_by_its_own_lines() -> None:
    over = referral.decider.replay(acted(ONE_LIVES_THERE, WITHDRAW, ask(2), AUTHORISE))
    assert isinstance(over, Withdrawn)
    again = acted(ONE_LIVES_THERE, DESELECT)
    assert isinstance(referral.decider.replay(acted(again, ask(2))), Evaluating)

    hers = acted([*again, ELM_INSTEAD], ask(2))
    assert isinstance(referral.decider.replay(hers), Preferred)
    theirs = referral.decider.replay(acted(hers, AUTHORISE, ask(1, 3)))
    assert isinstance(theirs, AwaitingFunding)
    assert [bool(each.money) for each in theirs.facts.living] == [True]


def test_the_same_home_chosen_anew_for_the_others_is_asked_for_by_itself() -> None:
    same = acted(ONE_LIVES_THERE, DESELECT)
    same.append(chosen(TOGETHER, 1, 3))
    case.given(*same).when(ask(2)).then_refused(FundingSplitUnbalanced)


@pytest.mark.covers("R-106")
def test_what_waits_for_an_answer_is_what_an_authoriser_means() -> None:
    state = referral.decider.replay(acted(ONE_LIVES_THERE, WITHDRAW, ask(2)))
    assert isinstance(state, Stage)
    meant = waiting(state)

    assert isinstance(meant, Fulfilled)
    assert meant.pending is not None
    assert meant.pending.plan == plan(2)
    declined = FundingDeclined(offer_id=offer_of(OAK), reason="too_dear", text=None, by=HEAD)
    decline = DeclineFunding(reason="too_dear", by=HEAD)
    case.given(*acted(ONE_LIVES_THERE, WITHDRAW, ask(2))).when(decline).then(declined)
    case.given(*acted(ONE_LIVES_THERE, WITHDRAW, ask(2)), declined).when(ask(2)).then(
        FundingRequested(offer_id=offer_of(OAK), plan=plan(2), by=BROKER)
    )


def test_money_that_was_authorised_for_all_stays_so() -> None:
    paid = [*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3)]
    over = acted(paid, ask(1, 2, 3), AUTHORISE, started(2), WITHDRAW)
    case.given(*over).when(ask(2)).then_refused(WrongState)


def retro(history: Sequence[ReferralEvent]) -> Clock:
    told = list(recorded(history, timedelta(days=1)))
    (found,) = [each for each in clocks(told, TERMS) if each.code == C_FUND_RETRO]
    return found


@pytest.mark.covers("R-106", "C-FUND-RETRO")
@pytest.mark.parametrize("end", [WITHDRAW, CLOSE, DESELECT])
def test_money_that_runs_late_is_late_until_it_is_hers(end: ReferralCommand) -> None:
    over = acted(ONE_LIVES_THERE, end)

    assert retro(over).outcome is Outcome.RUNNING
    assert retro(acted(over, ask(2), AUTHORISE)).outcome is Outcome.MET


@pytest.mark.covers("R-106", "C-FUND-RETRO")
def test_money_for_another_home_does_not_pay_for_hers() -> None:
    others = authorised(1, 3).model_copy(update={"offer_id": offer_of(ELM)})

    assert retro([*ONE_LIVES_THERE, others]).outcome is Outcome.RUNNING
