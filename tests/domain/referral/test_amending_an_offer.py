"""A provider changes its offer while it still may."""

from datetime import timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.commands.answers import AmendOffer
from domain.referral.errors import DeadlinePassed, TariffExceeded
from domain.referral.events.answers import OfferAmended
from domain.shared.errors import NotFound, WrongState
from domain.shared.vocabulary import ProviderId
from tests.support.referrals import (
    DEADLINE,
    ELM,
    NOW,
    OAK,
    home,
    invitation_of,
    late_offer,
    offer,
    offer_of,
    offered,
    price,
    select,
    selected,
    submit_offer,
    until_evaluating,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
with_offer = case.given(*until_published(OAK, ELM), offered(OAK))


def amend(provider_id: ProviderId = OAK, at: Any = NOW, **changed: Any) -> AmendOffer:
    said = submit_offer(provider_id, at, **changed)
    return AmendOffer(**said.model_dump(exclude={"entered"}))


@pytest.mark.covers("R-05")
def test_an_offer_is_changed_until_the_deadline_itself() -> None:
    cheaper = offer(OAK, price=price(80_000))
    with_offer.when(amend(at=DEADLINE, offer=cheaper)).then(
        OfferAmended(invitation_id=invitation_of(OAK), provider_id=OAK, at=DEADLINE, offer=cheaper)
    )


@pytest.mark.covers("R-09")
def test_a_change_that_comes_a_microsecond_late_is_refused() -> None:
    late = DEADLINE + timedelta(microseconds=1)
    with_offer.when(amend(at=late)).then_refused(DeadlinePassed)


def test_an_offer_that_came_late_is_not_changed_later_still() -> None:
    case.given(*until_published(OAK, ELM), late_offer(OAK)).when(
        amend(at=DEADLINE + timedelta(hours=2))
    ).then_refused(DeadlinePassed)


def test_another_providers_offer_is_not_found() -> None:
    with_offer.when(
        amend(ELM, offer=offer(ELM, offer_id=offer_of(OAK)), home=home(ELM))
    ).then_refused(NotFound)


def test_a_change_passes_the_same_gates_as_an_offer() -> None:
    with_offer.when(amend(offer=offer(OAK, price=price(200_001)))).then_refused(TariffExceeded)


def test_once_responses_are_closed_an_offer_stands_as_it_is() -> None:
    case.given(*until_evaluating(OAK, ELM)).when(amend()).then_refused(WrongState)


def test_what_is_chosen_is_the_offer_as_it_was_last_changed() -> None:
    later = offer(OAK, half_hours=10)
    amended = OfferAmended(invitation_id=invitation_of(OAK), provider_id=OAK, at=NOW, offer=later)
    history = until_evaluating(OAK)
    told = [*history[:-1], amended, history[-1]]
    case.given(*told).when(select(OAK)).then(selected(OAK))
