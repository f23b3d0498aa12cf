"""What holds of the money of a search, whatever its funders say and in whatever order."""

from collections.abc import Sequence
from datetime import date
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.referral import ReferralCommand, ReferralEvent, decider
from domain.referral.commands.funding import (
    AgreeShare,
    AuthoriseFunding,
    DeclineFunding,
    DisputeShare,
    UnderwriteShare,
    WithdrawShare,
)
from domain.referral.commands.resharing import AuthoriseSplit, CorrectWithdrawal, RequestSplit
from domain.referral.events.funding import FundingAuthorised, ShareAgreed, ShareWithdrawn
from domain.referral.events.resharing import WithdrawalCorrected
from domain.referral.funding import FundingPlan
from domain.referral.splitting import paid
from domain.referral.stages import Authorised
from domain.shared.errors import CaseworkError
from domain.shared.money import OWN, FundingHeading, Share, ShareStatus
from domain.shared.vocabulary import Pence, Subject
from tests.support.referrals import BROKER, HEAD, WEEKLY, plan, request_funding, until_preferred
from tests.support.shares import same_days, wrong_days

FUNDERS = {"icb": FundingHeading.HEALTH, "schools": FundingHeading.EDUCATION}
NAMES = st.sampled_from([*FUNDERS, "social_care", "housing_benefit"])
DAYS = st.sampled_from([date(2026, 3, 1), date(2026, 3, 9), date(2026, 4, 6), date(2026, 6, 1)])
PARTNER = Subject("partner")


@st.composite
def plans(draw: st.DrawFn) -> FundingPlan:
    """A price shared by up to four funders, one of whom leads, and now and then one short."""
    amounts = {name: draw(st.integers(0, WEEKLY // 3)) for name in FUNDERS}
    care = WEEKLY - sum(amounts.values()) - draw(st.sampled_from([0, 0, 0, 1]))
    lead = draw(st.sampled_from([*FUNDERS, "care"]))
    shares = [
        Share(heading=heading, payer=name, weekly=Pence(amounts[name]), lead=lead == name)
        for name, heading in FUNDERS.items()
    ]
    own = Share(heading=FundingHeading.SOCIAL_CARE, weekly=Pence(care), lead=lead == "care")
    return plan(WEEKLY, own, *shares)


answers = st.one_of(
    st.builds(lambda name: AgreeShare(funder=name, as_funder=name, by=PARTNER), NAMES),
    st.builds(
        lambda name: DisputeShare(funder=name, as_funder=name, reason="no", by=PARTNER), NAMES
    ),
    st.builds(lambda name: UnderwriteShare(funder=name, by=HEAD, limit=None), NAMES),
)
withdrawals = st.builds(
    lambda name, day: WithdrawShare(funder=name, since=day, reason="no", by=BROKER), NAMES, DAYS
)
corrections = st.builds(
    lambda name, day: CorrectWithdrawal(
        funder=name, since=day, reason="Wrong.", approved_by=HEAD, by=BROKER
    ),
    NAMES,
    st.one_of(st.none(), DAYS),
)
splits = st.builds(
    lambda day, put: RequestSplit(since=day, shares=put.shares, by=BROKER), DAYS, plans()
)
settling = st.just(AuthoriseSplit(by=HEAD, limit=None))
authorising = st.builds(AuthoriseFunding, by=st.sampled_from([HEAD, BROKER]), limit=st.none())
ALL_AGREE = [AgreeShare(funder=name, as_funder=name, by=PARTNER) for name in FUNDERS]
# Mostly everybody agrees, or few of the stories would get as far as money that is paid.
stories: st.SearchStrategy[list[ReferralCommand]] = st.builds(
    lambda *parts: [command for part in parts for command in part],
    st.lists(plans().map(request_funding), min_size=1, max_size=2),
    st.lists(answers, max_size=5),
    st.sampled_from([ALL_AGREE, ALL_AGREE, []]),
    st.lists(authorising, min_size=1, max_size=2),
    st.lists(st.one_of(withdrawals, withdrawals, answers), max_size=5),
    st.lists(st.one_of(corrections, withdrawals), max_size=3),
    st.lists(splits, max_size=2),
    st.sampled_from([ALL_AGREE, []]),
    st.lists(st.one_of(settling, settling, withdrawals, corrections, answers), max_size=5),
    st.lists(st.just(DeclineFunding(reason="too_dear", by=HEAD)), max_size=1),
)


def history_of(story: Sequence[ReferralCommand]) -> list[ReferralEvent]:
    """Ask for everything in turn, and keep what was not refused."""
    history = list(until_preferred())
    state = decider.replay(history)
    for command in story:
        try:
            decided = decider.decide(state, command)
        except CaseworkError:
            continue
        history += decided
        state = reduce(decider.evolve, decided, state)
    return history


@pytest.mark.covers("R-11")
@given(stories)
def test_no_sequence_leaves_the_shares_unbalanced_on_any_day(
    story: Sequence[ReferralCommand],
) -> None:
    since = plan().starts_on
    for event in history_of(story):
        if isinstance(event, FundingAuthorised):
            assert wrong_days(WEEKLY, event.plan.shares, since) == []
        if isinstance(event, ShareWithdrawn | WithdrawalCorrected):
            assert wrong_days(WEEKLY, event.shares, since) == []


@pytest.mark.covers("R-112")
@given(stories)
def test_whoever_leaves_or_comes_back_the_whole_is_paid_on_every_day_as_it_was_agreed(
    story: Sequence[ReferralCommand],
) -> None:
    state = decider.replay(history_of(story))

    money = state.money if isinstance(state, Authorised) else None
    if money is not None:
        assert wrong_days(WEEKLY, money.plan.shares, money.plan.starts_on) == []
        assert wrong_days(WEEKLY, money.agreed.shares, money.plan.starts_on) == []
        assert same_days(paid(money.agreed, money.left).shares, money.plan.shares)


@given(stories)
def test_nothing_is_authorised_that_a_funder_has_not_agreed_or_the_council_underwritten(
    story: Sequence[ReferralCommand],
) -> None:
    for event in history_of(story):
        if isinstance(event, FundingAuthorised):
            standings = {s.status for s in event.plan.shares if s.heading not in OWN}
            assert standings <= {ShareStatus.AGREED, ShareStatus.UNDERWRITTEN}


@given(stories)
def test_nobody_but_the_funder_agrees_to_its_share(story: Sequence[ReferralCommand]) -> None:
    for event in history_of(story):
        if isinstance(event, ShareAgreed):
            assert event.by == PARTNER
