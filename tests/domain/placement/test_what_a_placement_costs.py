"""Every night has one price; what is learnt late adjusts, and what is settled is a fact."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import placement
from domain.placement import PlacementEvent, costs
from domain.placement.clocks import clocks
from domain.placement.commands import AgreeFinalAccount, SetPayUntil
from domain.placement.costs import (
    CostKind,
    adjustments,
    cost_periods,
    reckoned,
    settled_by,
    total,
)
from domain.placement.endings import Instigator
from domain.placement.errors import AccountIncomplete
from domain.placement.events import FinalAccountAgreed, PayUntilSet
from domain.placement.history import History
from domain.placement.settling import PayUntilBasis
from domain.shared.clock_catalogue import C_FINALACC
from domain.shared.clocks import Outcome
from domain.shared.daily import cost_between, cost_of_day, split_between
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.money import FundingHeading, Share
from tests.support.clocks import TERMS as CLOCK_TERMS
from tests.support.placements import (
    BROKER,
    MANAGER,
    ended,
    history,
    notice_served,
    proposed,
    recorded,
    started,
)
from tests.support.scenario import Case
from tests.support.variations import JUNE, living, varied

case = Case(placement.decider)
LEFT = date(2026, 6, 13)
DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
pence = st.integers(0, 1_000_000)


def told_on(*events: tuple[PlacementEvent, date]) -> History:
    """A history of which each event was recorded at noon of a day."""
    return [
        recorded(event, n, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        for n, (event, day) in enumerate(events, start=1)
    ]


def pay_until(until: date, **more: Any) -> SetPayUntil:
    plain = {"reason": "Somebody else moved in.", "provider_agreed": None}
    by = {"basis": PayUntilBasis.BED_LET_AGAIN, "approved_by": MANAGER, "by": BROKER}
    return SetPayUntil(**{"until": until, **plain, **by, **more})


def paid_until(until: date) -> PayUntilSet:
    return PayUntilSet(**pay_until(until).model_dump())


def account(agreed: int = 100, **more: Any) -> AgreeFinalAccount:
    plain = {"reckoned": 100, "reason": None, "provider_agreed": "Priya", "by": BROKER}
    return AgreeFinalAccount(**{"on": LEFT, "agreed": agreed, **plain, **more})


ACCOUNT = FinalAccountAgreed(**account().model_dump())


@given(pence, days)
def test_seven_nights_in_a_row_cost_the_week(weekly: int, since: date) -> None:
    nights = [since + n * DAY for n in range(7)]
    assert sum(cost_of_day(weekly, night) for night in nights) == weekly
    assert cost_between(weekly, since, since + 7 * DAY) == weekly


@pytest.mark.covers("R-11", "6-72")
@given(pence, pence, days, st.integers(1, 400))
def test_on_whatever_days_the_parts_come_to_the_price(
    own: int, health: int, since: date, nights: int
) -> None:
    shares = (
        Share(heading=FundingHeading.SOCIAL_CARE, weekly=own, lead=True),
        Share(heading=FundingHeading.HEALTH, weekly=health),
    )
    until = since + nights * DAY
    parts = split_between(own + health, shares, since, until)
    assert sum(parts.values()) == cost_between(own + health, since, until)
    assert parts["health"] == cost_between(health, since, until)


def test_without_an_agreement_in_force_there_is_no_price() -> None:
    assert cost_periods(history(proposed(), started())) == ()


@pytest.mark.covers("6-74")
def test_a_version_with_effect_on_a_past_day_adjusts_the_nights_that_were_past() -> None:
    before = [(event, date(2026, 3, 2)) for event in living()]
    later = told_on(*before, (varied(70_000), date(2026, 6, 15)))

    (adjusted,) = adjustments(later)
    assert (adjusted.since, adjusted.until) == (JUNE, date(2026, 6, 15))
    assert (adjusted.was, adjusted.now) == (160_000, 140_000)
    assert adjusted.difference == -20_000
    assert [each.terms.weekly for each in cost_periods(later[:-1])] == [80_000]
    assert total(cost_periods(later), JUNE, date(2026, 6, 8)) == 70_000


def test_a_version_for_a_day_to_come_adjusts_nothing() -> None:
    before = [(event, date(2026, 3, 2)) for event in living()]
    assert adjustments(told_on(*before, (varied(70_000), date(2026, 5, 20)))) == []


def test_an_end_that_is_recorded_late_gives_back_the_nights_after_it() -> None:
    before = [(event, date(2026, 3, 2)) for event in living()]
    (adjusted,) = adjustments(told_on(*before, (ended(LEFT), LEFT + 14 * DAY)))
    assert (adjusted.since, adjusted.until) == (LEFT, LEFT + 14 * DAY)
    assert (adjusted.was, adjusted.now) == (160_000, 0)


@pytest.mark.covers("6-17")
def test_who_leaves_before_notice_runs_out_is_paid_for_until_it_does() -> None:
    notice = notice_served(date(2026, 6, 1), earliest_end=date(2026, 7, 1))
    told = history(*living(), notice, ended(LEFT))

    lived, owed = cost_periods(told)
    assert (lived.kind, lived.until) == (CostKind.LIVING, LEFT)
    assert (owed.kind, owed.since) == (CostKind.AFTER_LEAVING, LEFT)
    assert owed.until == notice.pay_until + DAY
    assert owed.terms.weekly == 80_000


@pytest.mark.covers("6-17")
def test_unless_the_bed_is_let_again_and_the_end_stays_where_it_was() -> None:
    told = history(
        *living(),
        notice_served(date(2026, 6, 1), earliest_end=date(2026, 7, 1)),
        ended(LEFT),
        paid_until(LEFT),
    )
    assert cost_periods(told)[-1].until == LEFT + DAY
    waived = history(
        *living(),
        notice_served(date(2026, 6, 1), earliest_end=date(2026, 7, 1)),
        ended(LEFT),
        paid_until(LEFT - DAY),
    )
    assert [each.kind for each in cost_periods(waived)] == [CostKind.LIVING]
    assert cost_periods(waived)[0].until == LEFT


@pytest.mark.covers("6-18")
def test_who_stays_beyond_notice_is_paid_for_on_the_same_terms_until_it_leaves() -> None:
    late = date(2026, 9, 1)
    told = history(
        *living(), notice_served(date(2026, 6, 1), earliest_end=date(2026, 7, 1)), ended(late)
    )
    (lived,) = cost_periods(told)
    assert (lived.until, lived.terms.weekly) == (late, 80_000)


def test_until_when_it_is_paid_is_approved_by_another_and_the_provider_unless_let_again() -> None:
    left = case.given(*living(), ended(LEFT))
    left.when(pay_until(LEFT)).then(paid_until(LEFT))
    left.when(pay_until(LEFT, approved_by=BROKER)).then_refused(ConflictOfInterest)
    waived = pay_until(LEFT, basis=PayUntilBasis.WAIVED)
    left.when(waived).then_refused(AccountIncomplete)
    left.when(pay_until(LEFT - 2 * DAY)).then_refused(EffectiveBeforeStream)
    case.given(*living()).when(pay_until(LEFT)).then_refused(WrongState)


def test_a_final_account_is_agreed_by_both_and_another_sum_is_explained() -> None:
    left = case.given(*living(), ended(LEFT))
    left.when(account()).then(ACCOUNT)
    left.when(account(99)).then_refused(AccountIncomplete)
    left.when(account(99, reason="A broken door.")).then(
        ACCOUNT.model_copy(update={"agreed": 99, "reason": "A broken door."})
    )
    left.when(account(provider_agreed=" ")).then_refused(AccountIncomplete)
    left.when(account(provider_agreed="Broker")).then_refused(ConflictOfInterest)
    left.when(account(on=LEFT - DAY)).then_refused(EffectiveBeforeStream)
    case.given(proposed(), started(), ended(LEFT)).when(account()).then_refused(WrongState)


@pytest.mark.covers("R-189")
def test_an_account_settles_until_the_record_comes_to_another_sum() -> None:
    left = [*living(), ended(LEFT)]
    agreed = ACCOUNT.model_copy(update={"reckoned": reckoned(history(*left))})

    assert settled_by(history(*left)) is None
    settled = settled_by(history(*left, agreed))
    assert settled is not None
    assert settled.event == agreed
    assert settled_by(history(*left, agreed, paid_until(LEFT + 3 * DAY))) is None


@pytest.mark.covers("6-17", "R-189")
def test_a_provider_who_ends_it_within_our_notice_is_promised_nothing_by_it() -> None:
    given = [*living(), notice_served(date(2026, 6, 1), earliest_end=date(2026, 7, 1))]

    def last_paid(by: Instigator) -> date | None:
        return costs.paid_until(history(*given, ended(LEFT, instigator=by)))

    assert last_paid(Instigator.CHILD) == date(2026, 7, 1)
    assert last_paid(Instigator.PROVIDER) is None


@pytest.mark.covers("C-FINALACC", "R-25")
def test_twenty_working_days_from_leaving_to_the_final_account() -> None:
    def found(*events: PlacementEvent) -> list[tuple[str, Outcome]]:
        return [
            (each.due.at.date().isoformat(), each.outcome)
            for each in clocks(history(*events), CLOCK_TERMS)
            if each.code == C_FINALACC
        ]

    assert found(*living(), ended(LEFT)) == [("2026-07-10", Outcome.RUNNING)]
    assert found(*living(), ended(LEFT), ACCOUNT) == [("2026-07-10", Outcome.MET)]
    assert found(*living()) == []
    assert found(proposed(), started(), ended(LEFT)) == []


def test_what_is_known_by_a_position_is_what_was_told_by_then() -> None:
    told = history(*living(), varied(70_000), ended(LEFT))
    shuffled = [replace(each) for each in reversed(told)]
    assert cost_periods(shuffled) == cost_periods(told)
