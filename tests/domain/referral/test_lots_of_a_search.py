"""What a search asks of its lot: ages with and without education, its kind of home, its end."""

from datetime import date

import pytest

from domain.referral import Referral, ReferralCommand, ReferralEvent, decider
from domain.referral.commands.request import AcceptReferral
from domain.referral.errors import MatrixOutOfRange
from domain.referral.events.answers import OfferSubmitted
from domain.referral.events.request import ReferralAccepted
from domain.shared.admission import AgeOutsideCategory, HomeNotOfLot
from domain.shared.terms import AgeRange, ContractTerms
from domain.shared.vocabulary import Provision
from tests.support.referrals import (
    BORN,
    BROKER,
    LOT,
    OAK,
    home,
    invitee,
    lot,
    publish,
    select,
    selected,
    submit_offer,
    terms,
    until_approved,
    until_evaluating,
    until_published,
    until_submitted,
)
from tests.support.scenario import Case

case: Case[ReferralCommand, Referral, ReferralEvent] = Case(decider)
TWENTY_TWO = date(2004, 1, 1)


def in_lot(**changed: object) -> ContractTerms:
    return terms(lot().model_copy(update=changed))


def education_lot() -> ContractTerms:
    return in_lot(ages_in_education=AgeRange(first=16, before=25))


def accept(evidence: str | None, born_on: date = TWENTY_TWO) -> AcceptReferral:
    return AcceptReferral(
        terms=education_lot(), lot=LOT, born_on=born_on, by=BROKER, education_evidence=evidence
    )


@pytest.mark.covers("R-02")
def test_up_to_25_a_lot_is_open_on_evidence_of_education_and_not_without() -> None:
    asked = case.given(*until_submitted())

    asked.when(accept(None)).then_refused(AgeOutsideCategory)
    asked.when(accept("enrolled_at_college", date(2001, 3, 9))).then_refused(AgeOutsideCategory)
    state = decider.replay(until_submitted())
    (accepted,) = decider.decide(state, accept("enrolled_at_college"))
    assert isinstance(accepted, ReferralAccepted)
    assert accepted.education_evidence == "enrolled_at_college"


@pytest.mark.covers("R-02")
def test_the_evidence_holds_for_the_offers_too() -> None:
    history = [
        event.model_copy(update={"education_evidence": "enrolled_at_college"})
        if isinstance(event, ReferralAccepted)
        else event
        for event in until_published(OAK)
    ]
    offer = submit_offer(born_on=TWENTY_TWO, terms=education_lot())

    (submitted,) = decider.decide(decider.replay(history), offer)
    assert isinstance(submitted, OfferSubmitted)
    case.given(*until_published(OAK)).when(offer).then_refused(AgeOutsideCategory)


@pytest.mark.covers("4-094", "R-61")
def test_a_home_of_another_kind_than_the_lot_is_neither_offered_nor_chosen() -> None:
    other = home(OAK, provision=Provision.CHILDRENS_HOME)

    case.given(*until_published(OAK)).when(submit_offer(home=other)).then_refused(HomeNotOfLot)
    case.given(*until_evaluating(OAK)).when(select(home=other)).then_refused(HomeNotOfLot)


@pytest.mark.covers("R-02")
def test_a_stay_planned_to_the_18th_birthday_is_not_chosen_in_a_lot_that_ends_before() -> None:
    choice = case.given(*until_evaluating(OAK))
    ends_at_18 = in_lot(ends_before_age=18)
    eighteen = date(BORN.year + 18, BORN.month, BORN.day)

    too_long = select(terms=ends_at_18, planned_end=eighteen)
    choice.when(too_long).then_refused(AgeOutsideCategory)
    in_time = select(terms=ends_at_18, planned_end=date(BORN.year + 18, BORN.month, BORN.day - 1))
    choice.when(in_time).then(selected())


@pytest.mark.covers("4-081", "4-093")
def test_an_offer_of_support_in_a_lot_without_support_is_refused() -> None:
    nothing = terms(lot(half_hours=0))
    history = [
        *until_approved(),
        *decider.decide(decider.replay(until_approved()), publish(invitee(OAK))),
    ]

    case.given(*history).when(submit_offer(terms=nothing)).then_refused(MatrixOutOfRange)
