"""A provider's notice is a fact, however short and whatever the contract says."""

from datetime import date

import pytest

from domain import placement
from domain.placement.endings import NoticeTerms
from domain.placement.events import ProviderNoticeReceived
from domain.placement.state import UnderNotice
from domain.shared.errors import WrongState
from tests.support.placements import (
    PROVIDER_RULE,
    contract,
    ended,
    notice_served,
    proposed,
    provider_notice,
    record_provider_notice,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
TOMORROW = date(2026, 4, 2)


@pytest.mark.covers("6-22", "R-16")
def test_without_a_rule_it_is_recorded_as_unset_with_the_end_it_named() -> None:
    case.given(started()).when(record_provider_notice()).then(provider_notice())
    case.given(started()).when(record_provider_notice(terms=contract())).then(provider_notice())


@pytest.mark.covers("6-22")
def test_collect_within_24_hours_breaks_a_contract_that_has_a_rule() -> None:
    state = placement.decider.replay([started()])
    command = record_provider_notice(end_named=TOMORROW, terms=contract(PROVIDER_RULE))

    (notice,) = placement.decider.decide(state, command)

    assert isinstance(notice, ProviderNoticeReceived)
    assert (notice.rule, notice.days) == (NoticeTerms.CONTRACT, 28)
    assert notice.contractual_end == date(2026, 4, 29)
    assert [breach.code for breach in notice.breaches] == ["NOTICE_TOO_SHORT"]


def test_notice_as_long_as_the_contract_asks_breaks_nothing() -> None:
    state = placement.decider.replay([started()])
    exact = record_provider_notice(end_named=date(2026, 4, 29), terms=contract(PROVIDER_RULE))

    (notice,) = placement.decider.decide(state, exact)

    assert isinstance(notice, ProviderNoticeReceived)
    assert notice.breaches == ()


@pytest.mark.covers("R-16")
def test_it_is_recorded_beside_the_councils_own_and_after_the_end() -> None:
    case.given(started(), notice_served()).when(record_provider_notice()).then(provider_notice())
    case.given(started(), ended(TOMORROW)).when(record_provider_notice()).then(provider_notice())


def test_a_placement_that_the_child_has_left_is_given_no_notice() -> None:
    left = case.given(started(), ended(date(2026, 3, 31)))

    left.when(record_provider_notice()).then_refused(WrongState)
    case.given(proposed()).when(record_provider_notice()).then_refused(WrongState)


def test_the_placement_is_then_under_notice() -> None:
    assert isinstance(placement.decider.replay([started(), provider_notice()]), UnderNotice)
