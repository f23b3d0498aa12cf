"""Offers are taken back, admitted late, changed on request, negotiated, and lapse."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.codes import DeselectionReason, LapseReason, OfferWithdrawalReason, Side
from domain.referral.commands.answers import AmendOffer
from domain.referral.commands.offers import (
    AdmitLateOffers,
    AgreeCategoryDifference,
    LapseOffers,
    ProposeCategoryDifference,
    RequestAmendment,
    WithdrawOffer,
)
from domain.referral.errors import DeadlinePassed, TariffExceeded
from domain.referral.events.answers import OfferAmended, ResponsesClosed
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.ending import OfferLapsed, ReferralFulfilled
from domain.referral.events.offers import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    LateOfferAdmitted,
    OfferAmendmentRequested,
    OfferWithdrawn,
)
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.vocabulary import PlacementId, ProviderId, Subject
from tests.support.referrals import (
    ASH,
    BROKER,
    CASE,
    ELM,
    LATE,
    NEEDED,
    NOW,
    OAK,
    home,
    invitation_of,
    late_offer,
    offer,
    offer_of,
    offered,
    plan,
    price,
    request_funding,
    select,
    selected,
    submit_offer,
    until_authorised,
    until_evaluating,
    until_preferred,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
evaluating = case.given(*until_evaluating(OAK, ELM))
USER, MANAGER = Subject("provider-user"), Subject("commissioner")
AFTER = LATE + timedelta(hours=3)


def withdraw(provider_id: ProviderId = OAK, *, bound: bool = False) -> WithdrawOffer:
    return WithdrawOffer(
        provider_id=provider_id,
        reason=OfferWithdrawalReason.PLACE_TAKEN,
        bound=bound,
        at=AFTER,
        by=USER,
    )


def withdrawn(provider_id: ProviderId = OAK) -> OfferWithdrawn:
    told = dict(withdraw(provider_id))
    del told["bound"]
    return OfferWithdrawn(offer_id=offer_of(provider_id), **told)


LET_GO = PreferredOfferDeselected(
    offer_id=offer_of(OAK), reason=DeselectionReason.PROVIDER_WITHDREW, by=USER
)


def test_an_offer_that_is_taken_back_cannot_be_chosen() -> None:
    evaluating.when(withdraw()).then(withdrawn())
    gone = case.given(*until_evaluating(OAK, ELM), withdrawn())
    gone.when(select(OAK)).then_refused(WrongState)
    gone.when(select(ELM, home=home(ELM))).then(selected(ELM))
    gone.when(withdraw()).then_refused(WrongState)


@pytest.mark.parametrize("history", [until_preferred(), until_authorised()])
def test_a_preferred_offer_that_is_taken_back_sends_the_search_back_to_comparing(
    history: Any,
) -> None:
    case.given(*history).when(withdraw()).then(withdrawn(), LET_GO)
    after = referral.decider.replay([*history, withdrawn(), LET_GO])
    assert type(after).__name__ == "Evaluating"


def test_once_the_agreement_is_in_force_notice_is_given_instead() -> None:
    case.given(*until_authorised()).when(withdraw(bound=True)).then_refused(WrongState)
    lives_there = ReferralFulfilled(
        placement_id=PlacementId(CASE), offer_id=offer_of(OAK), at=NEEDED
    )
    case.given(*until_authorised(), lives_there).when(withdraw()).then_refused(WrongState)


SECOND = offered(offer_id=offer_of(ASH))


@pytest.mark.covers("R-94")
def test_a_second_offer_is_taken_back_in_its_turn_also_once_it_is_preferred() -> None:
    told = withdrawn().model_copy(update={"offer_id": offer_of(ASH)})
    let_go = LET_GO.model_copy(update={"offer_id": offer_of(ASH)})
    preferred = selected().model_copy(update={"offer_id": offer_of(ASH)})
    again = case.given(*until_published(OAK, ELM), offered(), withdrawn(), SECOND)

    again.when(withdraw()).then(told)
    case.given(*again.history, ResponsesClosed(), preferred).when(withdraw()).then(told, let_go)
    case.given(*again.history, told).when(withdraw()).then_refused(WrongState)


def test_who_offered_nothing_has_nothing_to_take_back() -> None:
    case.given(*until_published(OAK, ELM), offered(OAK)).when(withdraw(ELM)).then_refused(NotFound)
    case.given().when(withdraw()).then_refused(NotFound)


LATE_TWO = [
    *until_published(OAK, ELM, ASH),
    offered(OAK),
    ResponsesClosed(),
    late_offer(ELM),
    late_offer(ASH, LATE + timedelta(minutes=4)),
]


def admitted(provider_id: ProviderId) -> LateOfferAdmitted:
    return LateOfferAdmitted(
        offer_id=offer_of(provider_id), provider_id=provider_id, reason="An outage.", by=MANAGER
    )


ADMIT = AdmitLateOffers(reason="An outage.", by=MANAGER)


@pytest.mark.covers("6-62", "R-09", "R-73")
def test_late_offers_are_admitted_all_alike_and_then_may_be_chosen() -> None:
    case.given(*LATE_TWO).when(ADMIT).then(admitted(ELM), admitted(ASH))
    both = case.given(*LATE_TWO, admitted(ELM), admitted(ASH))
    others = {offer_of(OAK): "Dearer.", offer_of(ASH): "Further."}
    decided = referral.decider.decide(
        referral.decider.replay(both.history),
        select(ELM, home=home(ELM), others_not_chosen=others),
    )
    assert decided[0] == selected(ELM)


@pytest.mark.covers("6-62", "R-73")
def test_nothing_is_chosen_while_one_late_offer_is_admitted_and_another_is_not() -> None:
    one_more = case.given(*LATE_TWO[:-1], admitted(ELM), LATE_TWO[-1])
    others = {offer_of(ELM): "Further."}
    one_more.when(select(OAK, others_not_chosen=others)).then_refused(WrongState)
    one_more.when(ADMIT).then(admitted(ASH))


def test_late_offers_are_admitted_with_a_reason_and_before_the_choice() -> None:
    case.given(*LATE_TWO).when(AdmitLateOffers(reason=" ", by=MANAGER)).then_refused(
        MissingInformation
    )
    case.given(*LATE_TWO, selected(OAK)).when(ADMIT).then_refused(WrongState)
    evaluating.when(ADMIT).then_refused(WrongState)


@pytest.mark.covers("4-112")
def test_an_admitted_offer_above_the_tariff_is_not_chosen_at_that_price() -> None:
    dear = late_offer(ELM).model_copy(update={"offer": offer(ELM, price=price(200_001))})
    history = [*until_published(OAK, ELM), offered(OAK), ResponsesClosed(), dear, admitted(ELM)]
    others = {offer_of(OAK): "Further."}
    case.given(*history).when(select(ELM, home=home(ELM), others_not_chosen=others)).then_refused(
        TariffExceeded
    )


ASK = RequestAmendment(offer_id=offer_of(OAK), what="Who is up?", until=AFTER, now=LATE, by=BROKER)
ASKED = OfferAmendmentRequested(
    offer_id=offer_of(OAK), provider_id=OAK, what="Who is up?", until=AFTER, by=BROKER
)


def amend(at: datetime) -> AmendOffer:
    said = submit_offer(OAK, at, offer=offer(OAK, half_hours=10))
    return AmendOffer(**said.model_dump(exclude={"entered"}))


def test_after_the_deadline_an_offer_is_changed_only_if_it_was_asked_for_and_in_time() -> None:
    evaluating.when(ASK).then(ASKED)
    evaluating.when(amend(AFTER)).then_refused(DeadlinePassed)
    asked = case.given(*until_evaluating(OAK, ELM), ASKED)
    asked.when(amend(AFTER)).then(
        OfferAmended(
            invitation_id=invitation_of(OAK),
            provider_id=OAK,
            at=AFTER,
            offer=offer(OAK, half_hours=10),
        )
    )
    asked.when(amend(AFTER + timedelta(microseconds=1))).then_refused(DeadlinePassed)
    case.given(*asked.history, selected(OAK)).when(amend(AFTER)).then_refused(WrongState)


def test_a_change_is_asked_for_in_words_of_an_open_offer_and_for_a_time_to_come() -> None:
    evaluating.when(ASK.model_copy(update={"what": ""})).then_refused(MissingInformation)
    evaluating.when(ASK.model_copy(update={"until": LATE})).then_refused(WrongState)
    evaluating.when(ASK.model_copy(update={"offer_id": offer_of(ASH)})).then_refused(NotFound)


def propose(provider_id: ProviderId | None = None, weekly: int = 250_000) -> Any:
    return ProposeCategoryDifference(
        offer_id=offer_of(OAK),
        provider_id=provider_id,
        difference="Awake at night.",
        extra_services="A waking night.",
        price=price(weekly),
        by=BROKER,
    )


def proposed(side: Side, weekly: int = 250_000) -> CategoryDifferenceProposed:
    said = dict(propose(weekly=weekly)) | {"provider_id": OAK}
    told = {name: each for name, each in said.items() if name != "would_tell"}
    return CategoryDifferenceProposed(**told, side=side)


def agree(provider_id: ProviderId | None = None) -> AgreeCategoryDifference:
    return AgreeCategoryDifference(offer_id=offer_of(OAK), provider_id=provider_id, by=USER)


AGREED = CategoryDifferenceAgreed(
    offer_id=offer_of(OAK),
    provider_id=OAK,
    side=Side.COUNCIL,
    price=price(250_000),
    variation=100_000,
    by=USER,
)


@pytest.mark.covers("4-095")
def test_a_difference_from_the_category_ends_in_a_price_that_both_sides_agreed() -> None:
    evaluating.when(propose()).then(proposed(Side.COUNCIL))
    countered = case.given(
        *until_evaluating(OAK, ELM), proposed(Side.COUNCIL, 170_000), proposed(Side.PROVIDER)
    )
    countered.when(agree(OAK)).then_refused(WrongState)
    countered.when(agree()).then(AGREED)


@pytest.mark.covers("4-095", "4-112")
def test_an_agreed_difference_may_cost_more_than_was_tendered_and_is_what_is_paid() -> None:
    settled = [*until_evaluating(OAK), proposed(Side.PROVIDER), AGREED]
    case.given(*settled).when(select(OAK)).then(selected(OAK))
    funded = request_funding(plan(weekly=250_000))  # type: ignore[arg-type]
    (asked_for,) = referral.decider.decide(
        referral.decider.replay([*settled, selected(OAK)]), funded
    )
    assert asked_for.plan.weekly == 250_000  # type: ignore[union-attr]


def test_a_negotiation_is_between_the_council_and_the_offers_own_provider() -> None:
    evaluating.when(propose(ELM)).then_refused(NotFound)
    evaluating.when(agree(OAK)).then_refused(WrongState)
    settled = case.given(*until_evaluating(OAK), proposed(Side.PROVIDER), AGREED)
    settled.when(agree()).then_refused(WrongState)
    evaluating.when(propose().model_copy(update={"price": ()})).then_refused(MissingInformation)


def test_an_offer_lapses_when_its_provider_no_longer_holds_it_open() -> None:
    last = datetime(2026, 3, 31, 22, 59, 59, tzinfo=UTC)
    lapsed = OfferLapsed(
        offer_id=offer_of(OAK), provider_id=OAK, reason=LapseReason.OPEN_UNTIL_PASSED
    )
    longer = [
        *until_published(OAK, ELM),
        offered(OAK),
        offered(ELM, open_until=date(2026, 4, 30)),
        ResponsesClosed(),
    ]
    open_still = case.given(*longer)
    open_still.when(LapseOffers(now=last)).then()
    open_still.when(LapseOffers(now=last + timedelta(microseconds=1))).then(lapsed)
    case.given(*longer, lapsed).when(LapseOffers(now=last + timedelta(days=1))).then()


def test_the_chosen_offer_does_not_lapse_under_the_feet_of_the_choice() -> None:
    case.given(*until_preferred()).when(LapseOffers(now=NOW + timedelta(days=90))).then()
