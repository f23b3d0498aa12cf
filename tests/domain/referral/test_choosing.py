"""One offer is preferred, with reasons for it and for each that is not."""

from datetime import UTC, date, datetime

import pytest

from domain import referral
from domain.referral.codes import DeselectionReason
from domain.referral.commands.choice import DeselectPreferred
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.choice import OfferNotSelected, PreferredOfferDeselected
from domain.shared.admission import (
    AgeOutsideCategory,
    Registration,
    Under16InOtherArrangements,
    UnregisteredAt16Or17,
)
from domain.shared.errors import ConflictOfInterest, MissingInformation, NotFound, WrongState
from tests.support.referrals import (
    ASH,
    BROKER,
    ELM,
    OAK,
    home,
    late_offer,
    offer_of,
    offered,
    select,
    selected,
    silent,
    until_evaluating,
    until_preferred,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
evaluating = case.given(*until_evaluating(OAK, ELM))
FOR_OTHERS = {offer_of(ELM): "Further away."}
NOT_ELM = OfferNotSelected(offer_id=offer_of(ELM), provider_id=ELM, reason="Further away.")


def test_one_offer_is_preferred_and_the_other_hears_why() -> None:
    evaluating.when(select(others_not_chosen=FOR_OTHERS)).then(selected(), NOT_ELM)


@pytest.mark.covers("6-07")
def test_a_second_offer_cannot_be_preferred() -> None:
    chosen = case.given(*until_preferred(OAK, ELM))
    chosen.when(select(ELM, others_not_chosen={offer_of(OAK): "No."})).then_refused(WrongState)


def test_every_reason_that_is_missing_is_named() -> None:
    state = referral.decider.replay(until_evaluating(OAK, ELM, ASH))
    bare = select(
        reasons="",
        match_statement=" ",
        childs_views="",
        others_not_chosen={offer_of(ELM): ""},
    )
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(state, bare)

    assert refusal.value.details["missing"] == [
        "reasons",
        "match_statement",
        "childs_views",
        f"others_not_chosen.{offer_of(ELM)}",
        f"others_not_chosen.{offer_of(ASH)}",
    ]


def test_no_reason_is_given_for_an_offer_that_does_not_exist() -> None:
    evaluating.when(
        select(others_not_chosen={**FOR_OTHERS, offer_of(ASH): "Unknown."})
    ).then_refused(NotFound)


def test_broker_and_caseworker_choose_together() -> None:
    alone = select(others_not_chosen=FOR_OTHERS, jointly_with=BROKER)
    evaluating.when(alone).then_refused(ConflictOfInterest)


def test_an_unknown_offer_is_not_found() -> None:
    evaluating.when(select(ASH)).then_refused(NotFound)
    evaluating.when(select(OAK, home=home(ELM))).then_refused(NotFound)


@pytest.mark.covers("6-62", "R-09")
def test_a_late_offer_cannot_be_chosen_and_needs_no_reason() -> None:
    history = [*until_published(OAK, ELM), offered(OAK), silent(ELM), ResponsesClosed()]
    with_late = case.given(*history, late_offer(ELM))

    with_late.when(select(ELM)).then_refused(WrongState)
    with_late.when(select(OAK)).then(selected())


@pytest.mark.parametrize(
    ("open_until", "last_moment"),
    [
        (date(2026, 3, 31), datetime(2026, 3, 31, 22, 59, 59, tzinfo=UTC)),
        (
            datetime(2026, 3, 4, 12, tzinfo=UTC),
            datetime(2026, 3, 4, 12, tzinfo=UTC),
        ),
    ],
)
def test_an_offer_that_has_run_out_cannot_be_chosen(
    open_until: date | datetime, last_moment: datetime
) -> None:
    history = [*until_published(), offered(open_until=open_until), ResponsesClosed()]
    a_moment_later = last_moment.replace(microsecond=1)

    case.given(*history).when(select(now=last_moment)).then(selected())
    case.given(*history).when(select(now=a_moment_later)).then_refused(WrongState)


@pytest.mark.covers("6-35", "R-02")
def test_the_gates_are_asked_again_on_the_start_date() -> None:
    one = case.given(*until_evaluating())

    one.when(select(born_on=date(2010, 3, 10))).then_refused(Under16InOtherArrangements)
    one.when(select(born_on=date(2010, 3, 9))).then(selected())
    one.when(select(born_on=date(2005, 3, 9))).then_refused(AgeOutsideCategory)
    lapsed = home(registration=Registration.LAPSED)
    one.when(select(home=lapsed)).then_refused(UnregisteredAt16Or17)


def test_a_preferred_offer_is_let_go_and_another_chosen() -> None:
    chosen = [*until_preferred(OAK, ELM), NOT_ELM]
    refused = DeselectPreferred(reason=DeselectionReason.CHILD_REFUSED, by=BROKER)
    let_go = PreferredOfferDeselected(
        offer_id=offer_of(OAK), reason=DeselectionReason.CHILD_REFUSED, by=BROKER
    )

    case.given(*chosen).when(refused).then(let_go)
    again = select(ELM, others_not_chosen={offer_of(OAK): "She did not like it."})
    not_oak = OfferNotSelected(
        offer_id=offer_of(OAK), provider_id=OAK, reason="She did not like it."
    )
    case.given(*chosen, let_go).when(again).then(selected(ELM), not_oak)


def test_an_offer_that_its_provider_withdrew_cannot_be_chosen_again() -> None:
    withdrew = PreferredOfferDeselected(
        offer_id=offer_of(OAK), reason=DeselectionReason.PROVIDER_WITHDREW, by=BROKER
    )
    gone = case.given(*until_preferred(OAK, ELM), withdrew)

    gone.when(select(OAK, others_not_chosen=FOR_OTHERS)).then_refused(WrongState)
    gone.when(select(ELM)).then(selected(ELM))


def test_nothing_is_let_go_before_it_is_preferred() -> None:
    early = DeselectPreferred(reason=DeselectionReason.CHILD_REFUSED, by=BROKER)
    evaluating.when(early).then_refused(WrongState)
