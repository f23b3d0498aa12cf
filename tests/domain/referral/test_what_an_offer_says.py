"""An offer is evidence: what it must say, and what it may cost line by line."""

from typing import Any

import pytest

from domain import referral
from domain.referral.codes import Scope
from domain.referral.errors import PriceContradicts, TariffExceeded
from domain.referral.offer_content import AlternativeLocation, OfferContent, OutcomeAnswer
from domain.shared.errors import MissingInformation
from domain.shared.money import PriceKind, PriceLine
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import Pence
from tests.support.referrals import (
    LATE,
    content,
    lot,
    offer,
    offered,
    submit_offer,
    terms,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
asked = case.given(*until_published())


def gaps(said: OfferContent | None, **drafted: Any) -> Any:
    state = referral.decider.replay(until_published(**drafted))
    command = submit_offer(offer=offer(content=said))
    if drafted.get("scope") is Scope.SUPPORT:
        command = submit_offer(offer=offer(content=said, setting_id=None), home=None)
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(state, command)
    return refusal.value.details["missing"]


@pytest.mark.covers("4-113", "R-73")
def test_an_offer_that_says_nothing_is_told_everything_it_left_out() -> None:
    assert gaps(None) == gaps(OfferContent())
    assert gaps(None) == [
        "offer.content.staffing",
        "offer.content.risk_management",
        "offer.content.signatory",
        "offer.content.vacant_from",
        "offer.content.night_cover",
        "offer.content.shared",
        "offer.content.education_and_transport",
        "offer.content.introductions",
    ]


@pytest.mark.covers("4-113")
def test_a_shared_home_says_who_lives_there_and_what_it_would_mean_for_them() -> None:
    shared = content(shared=True, impact_statement=" ")
    assert gaps(shared) == ["offer.content.co_residents", "offer.content.impact_statement"]

    told = content(shared=True, co_residents="Two of 17.", impact_statement="A settled group.")
    asked.when(submit_offer(offer=offer(content=told))).then(offered(content=told))


@pytest.mark.covers("R-73")
def test_in_an_emergency_school_and_introductions_may_wait() -> None:
    hurried = content(education_and_transport=None, introductions=None)
    emergency = case.given(*until_published(emergency=True))

    emergency.when(submit_offer(offer=offer(content=hurried))).then(offered(content=hurried))
    assert gaps(hurried) == [
        "offer.content.education_and_transport",
        "offer.content.introductions",
    ]


@pytest.mark.covers("R-13")
def test_support_alone_has_no_nights_and_nobody_to_share_with() -> None:
    assert "offer.content.night_cover" not in gaps(None, scope=Scope.SUPPORT)
    assert "offer.content.shared" not in gaps(None, scope=Scope.SUPPORT)


@pytest.mark.covers("4-073")
def test_an_offer_names_other_places_where_the_need_could_be_met() -> None:
    told = content(
        alternative_locations=(AlternativeLocation(area="nottingham", why="Near her aunt."),),
        outcome_answers=(OutcomeAnswer(outcome="independence", answer="She cooks."),),
    )
    asked.when(submit_offer(offer=offer(content=told))).then(offered(content=told))


def priced(accommodation: int, support: int, rate: int | None = None) -> Any:
    lines = (
        PriceLine(kind=PriceKind.ACCOMMODATION, weekly=Pence(accommodation)),
        PriceLine(kind=PriceKind.SUPPORT_HOURS, weekly=Pence(support)),
    )
    rated = None if rate is None else Pence(rate)
    return offer(price=lines, half_hours=20, content=content(hourly_rate=rated))


def tendered(**lines: int) -> LotTerms:
    ceilings = {PriceKind(kind): Pence(most) for kind, most in lines.items()}
    return lot().model_copy(update={"line_ceilings": ceilings, "hourly_ceiling": Pence(2_500)})


@pytest.mark.covers("4-112")
@pytest.mark.parametrize(
    ("sent", "exceeded"),
    [
        (priced(100_001, 20_000), {"accommodation"}),
        (priced(100_001, 50_001), {"accommodation", "support_hours"}),
        (priced(50_000, 25_010, rate=2_501), {"hourly"}),
        (priced(200_000, 1), {"weekly", "accommodation"}),
    ],
)
def test_every_line_above_its_own_maximum_is_named(sent: Any, exceeded: set[str]) -> None:
    limits = terms(tendered(accommodation=100_000, support_hours=50_000))
    with pytest.raises(TariffExceeded) as refusal:
        referral.decider.decide(
            referral.decider.replay(until_published()), submit_offer(offer=sent, terms=limits)
        )
    assert set(dict(refusal.value.details)["exceeded"]) == exceeded  # type: ignore[arg-type]


@pytest.mark.covers("4-112")
def test_two_lines_of_one_kind_are_held_against_one_maximum() -> None:
    half = PriceLine(kind=PriceKind.ACCOMMODATION, weekly=Pence(60_000))
    limits = terms(tendered(accommodation=100_000))
    twice = submit_offer(offer=offer(price=(half, half)), terms=limits)

    asked.when(twice).then_refused(TariffExceeded)
    late = twice.model_copy(update={"at": LATE})
    (event,) = referral.decider.decide(referral.decider.replay(until_published()), late)
    assert [each.code for each in event.breaches] == ["TARIFF_EXCEEDED"]  # type: ignore[union-attr]


def test_support_costs_its_hours_at_the_rate_named() -> None:
    asked.when(submit_offer(offer=priced(50_000, 25_000, rate=2_500))).then(
        offered(**dict(priced(50_000, 25_000, rate=2_500)))
    )
    asked.when(submit_offer(offer=priced(50_000, 25_001, rate=2_500))).then_refused(
        PriceContradicts
    )
