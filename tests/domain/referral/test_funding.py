"""The price of the preferred offer is shared out, asked for and authorised."""

import pytest

from domain import referral
from domain.referral.commands.funding import AuthoriseFunding, DeclineFunding
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.funding import FundingDeclined, FundingRequested
from domain.shared.errors import ConflictOfInterest, NotPermitted, WrongState
from domain.shared.money import FundingHeading, FundingSplitUnbalanced, Share
from domain.shared.vocabulary import Pence, PlacementId
from tests.support.referrals import (
    BROKER,
    CASE,
    HEAD,
    NOW,
    OAK,
    WEEKLY,
    funding_authorised,
    funding_requested,
    offer_of,
    plan,
    price,
    request_funding,
    until_authorised,
    until_evaluating,
    until_preferred,
)
from tests.support.scenario import Case

case = Case(referral.decider)
preferred = case.given(*until_preferred())
waiting = case.given(*until_preferred(), funding_requested())

AUTHORISE = AuthoriseFunding(by=HEAD, limit=None)
DECLINE = DeclineFunding(reason="too_dear", by=HEAD)
DECLINED = FundingDeclined(offer_id=offer_of(OAK), reason="too_dear", text=None, by=HEAD)
STARTED = ReferralFulfilled(
    placement_id=PlacementId(CASE), offer_id=offer_of(OAK), at=NOW, breaches=()
)


def share(heading: FundingHeading, weekly: int, *, lead: bool = False) -> Share:
    return Share(heading=heading, weekly=Pence(weekly), lead=lead)


def test_the_price_of_the_preferred_offer_is_asked_for() -> None:
    preferred.when(request_funding()).then(funding_requested())


def test_money_is_asked_for_a_preferred_offer_only() -> None:
    case.given(*until_evaluating()).when(request_funding()).then_refused(WrongState)
    waiting.when(request_funding()).then_refused(WrongState)


@pytest.mark.covers("2-027")
def test_shares_add_up_to_the_penny() -> None:
    care = share(FundingHeading.SOCIAL_CARE, 100_000, lead=True)
    balanced = plan(WEEKLY, care, share(FundingHeading.HEALTH, 50_000))
    a_penny_short = plan(WEEKLY, care, share(FundingHeading.HEALTH, 49_999))

    preferred.when(request_funding(a_penny_short)).then_refused(FundingSplitUnbalanced)
    preferred.when(request_funding(balanced)).then(
        FundingRequested(offer_id=offer_of(OAK), plan=balanced, by=BROKER)
    )


def test_the_lines_are_the_price_that_was_offered() -> None:
    preferred.when(request_funding(plan(Pence(WEEKLY - 1)))).then_refused(FundingSplitUnbalanced)
    unshared = plan().model_copy(update={"price": price(WEEKLY + 1)})
    preferred.when(request_funding(unshared)).then_refused(FundingSplitUnbalanced)


def test_someone_else_authorises_it() -> None:
    waiting.when(AuthoriseFunding(by=BROKER, limit=None)).then_refused(ConflictOfInterest)
    waiting.when(AUTHORISE).then(funding_authorised())


def test_an_authoriser_stays_within_the_limit() -> None:
    at_limit = AuthoriseFunding(by=HEAD, limit=WEEKLY)
    below = AuthoriseFunding(by=HEAD, limit=Pence(WEEKLY - 1))

    waiting.when(at_limit).then(funding_authorised())
    waiting.when(below).then_refused(NotPermitted)


def test_declined_money_leaves_the_offer_preferred() -> None:
    waiting.when(DECLINE).then(DECLINED)
    declined = case.given(*until_preferred(), funding_requested(), DECLINED)
    declined.when(request_funding()).then(funding_requested())
    declined.when(AUTHORISE).then_refused(WrongState)


def test_money_is_authorised_once() -> None:
    case.given(*until_authorised()).when(AUTHORISE).then_refused(WrongState)
    case.given(*until_authorised(), STARTED).when(AUTHORISE).then_refused(WrongState)
    case.given(*until_authorised(), STARTED).when(request_funding()).then_refused(WrongState)


def test_money_may_be_authorised_after_an_emergency_start() -> None:
    pending = case.given(*until_preferred(), funding_requested(), STARTED)
    pending.when(AuthoriseFunding(by=BROKER, limit=None)).then_refused(ConflictOfInterest)
    pending.when(AUTHORISE).then(funding_authorised())
    pending.when(DECLINE).then(DECLINED)

    unasked = case.given(*until_preferred(), STARTED)
    unasked.when(AUTHORISE).then_refused(WrongState)
    unasked.when(request_funding()).then(funding_requested())
    asked = case.given(*until_preferred(), STARTED, funding_requested())
    asked.when(AUTHORISE).then(funding_authorised())
    settled = case.given(*until_preferred(), STARTED, funding_requested(), funding_authorised())
    settled.when(request_funding()).then_refused(WrongState)
