"""A search ends in a placement, or is called off."""

from uuid import UUID

import pytest

from domain import referral
from domain.referral.codes import LapseReason, WithdrawalReason
from domain.referral.commands.ending import FulfilReferral, WithdrawReferral
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.ending import OfferLapsed, ReferralFulfilled, ReferralWithdrawn
from domain.shared.errors import CorruptHistory, WrongState
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId, PlacementId
from tests.support.referrals import (
    CASEWORKER,
    ELM,
    HEAD,
    NEEDED,
    NOW,
    OAK,
    drafted,
    funding_requested,
    late_offer,
    offer_of,
    offered,
    selected,
    silent,
    until_authorised,
    until_evaluating,
    until_preferred,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
PLACEMENT = PlacementId(UUID(int=77))
WITHDRAW = WithdrawReferral(
    reason=WithdrawalReason.RETURNED_HOME, text="Back with her aunt.", by=CASEWORKER
)
WITHDRAWN = ReferralWithdrawn(
    reason=WithdrawalReason.RETURNED_HOME, text="Back with her aunt.", by=CASEWORKER
)
FULFIL = FulfilReferral(placement_id=PLACEMENT, at=NEEDED)
FULFILLED = ReferralFulfilled(placement_id=PLACEMENT, offer_id=offer_of(OAK), at=NEEDED)


def lapsed(offer_id: OfferId, provider: UUID) -> OfferLapsed:
    return OfferLapsed(
        offer_id=offer_id, provider_id=provider, reason=LapseReason.REFERRAL_WITHDRAWN
    )


@pytest.mark.covers("6-66")
def test_a_search_called_off_lets_every_open_offer_lapse() -> None:
    two = case.given(*until_evaluating(OAK, ELM))
    two.when(WITHDRAW).then(WITHDRAWN, lapsed(offer_of(OAK), OAK), lapsed(offer_of(ELM), ELM))
    chosen = case.given(*until_preferred(), funding_requested())
    chosen.when(WITHDRAW).then(WITHDRAWN, lapsed(offer_of(OAK), OAK))


def test_a_late_offer_was_never_open_and_does_not_lapse() -> None:
    history = [*until_published(OAK, ELM), offered(OAK), silent(ELM), ResponsesClosed()]
    with_late = case.given(*history, late_offer(ELM))
    with_late.when(WITHDRAW).then(WITHDRAWN, lapsed(offer_of(OAK), OAK))


def test_a_search_may_be_called_off_from_its_first_draft() -> None:
    case.given(drafted()).when(WITHDRAW).then(WITHDRAWN)


def test_a_search_ends_once() -> None:
    case.given().when(WITHDRAW).then_refused(WrongState)
    case.given(*until_published(), WITHDRAWN).when(WITHDRAW).then_refused(WrongState)
    case.given(*until_preferred(), WITHDRAWN).when(FULFIL).then_refused(WrongState)
    fulfilled = case.given(*until_authorised(), FULFILLED)
    fulfilled.when(WITHDRAW).then_refused(WrongState)
    fulfilled.when(FULFIL).then_refused(WrongState)


def test_a_placement_that_started_fulfils_its_search() -> None:
    case.given(*until_authorised()).when(FULFIL).then(FULFILLED)
    case.given(*until_evaluating()).when(FULFIL).then_refused(WrongState)


@pytest.mark.covers("4-118", "6-71")
@pytest.mark.parametrize("history", [until_preferred(), [*until_preferred(), funding_requested()]])
def test_a_start_ahead_of_the_money_is_a_fact_with_a_breach(
    history: list[referral.ReferralEvent],
) -> None:
    (event,) = referral.decider.decide(referral.decider.replay(history), FULFIL)

    assert isinstance(event, ReferralFulfilled)
    assert [breach.code for breach in event.breaches] == ["FUNDING_NOT_AUTHORISED"]


@pytest.mark.covers("6-71", "R-81")
def test_a_start_on_an_officers_word_broke_nothing() -> None:
    word = VerbalAuthority(officer=HEAD, given_at=NOW)
    spoken = FULFIL.model_copy(update={"verbal_authority": word})
    told = FULFILLED.model_copy(update={"verbal_authority": word})

    case.given(*until_preferred()).when(spoken).then(told)
    case.given(*until_authorised()).when(spoken).then(FULFILLED)


@pytest.mark.parametrize(
    "history",
    [
        [selected()],
        [*until_published(), offered(ELM)],
        [*until_evaluating(), ResponsesClosed()],
        [*until_preferred(), selected()],
        [*until_published(), WITHDRAWN, WITHDRAWN],
        [*until_published(), lapsed(offer_of(ELM), ELM)],
        [*until_evaluating(), funding_requested()],
    ],
)
def test_events_that_cannot_follow_are_corrupt(history: list[referral.ReferralEvent]) -> None:
    with pytest.raises(CorruptHistory):
        referral.decider.replay(history)
