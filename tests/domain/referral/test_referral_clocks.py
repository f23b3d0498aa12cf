"""Which deadlines a search opens, and what meets or stops them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from domain.referral import ReferralEvent
from domain.referral.clocks import clocks
from domain.referral.codes import WithdrawalReason
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.windows import response_key
from domain.shared.breaches import Breach
from domain.shared.calendar import Calendar
from domain.shared.clock_catalogue import (
    C_FUND,
    C_FUND_RETRO,
    C_INHOUSE,
    C_RESP_1,
    C_TRIAGE,
    FIRST_EDITION,
)
from domain.shared.clocks import Clock, ClockCode, ClockTerms, Outcome, is_breached
from domain.shared.terms import Tier
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import PlacementId
from tests.support.on_the_market import ANEW, SOON, amended, extended
from tests.support.referrals import (
    CASE,
    CASEWORKER,
    DEADLINE,
    ELM,
    HEAD,
    LATE,
    NOW,
    OAK,
    declined,
    drafted,
    funding_authorised,
    funding_requested,
    invited,
    late_offer,
    offer_of,
    offered,
    recorded,
    silent,
    submitted,
    until_approved,
    until_authorised,
    until_preferred,
    until_published,
)

TERMS = ClockTerms(calendar=Calendar(edition="test", holidays=frozenset()), limits=FIRST_EDITION)
WITHDRAWN = ReferralWithdrawn(reason=WithdrawalReason.DUPLICATE, text=None, by=CASEWORKER)


def all_clocks(
    history: Sequence[ReferralEvent], every: timedelta = timedelta()
) -> dict[str, Clock]:
    return {clock.key: clock for clock in clocks(recorded(history, every), TERMS)}


def coded(history: Sequence[ReferralEvent], code: ClockCode) -> Clock:
    (found,) = [clock for clock in all_clocks(history).values() if clock.code == code]
    return found


def of(history: Sequence[ReferralEvent], tier: Tier = Tier.STANDARD) -> Clock:
    return all_clocks(history)[response_key(tier, OAK)]


@pytest.mark.covers("C-RESP-24")
def test_each_provider_has_until_its_own_deadline() -> None:
    found = all_clocks(until_published(OAK, ELM))
    for provider_id in (OAK, ELM):
        clock = found[response_key(Tier.STANDARD, provider_id)]
        assert (clock.due.at, clock.outcome) == (DEADLINE, Outcome.RUNNING)


@pytest.mark.covers("C-RESP-1")
def test_an_urgent_search_waits_an_hour() -> None:
    urgent = [*until_approved(tier=Tier.URGENT), *until_published()[-2:-1]]
    clock = of([*urgent, invited(OAK, Tier.URGENT)], Tier.URGENT)
    assert (clock.code, clock.due.at) == (C_RESP_1, NOW + timedelta(hours=1))


@pytest.mark.covers("C-RESP-24", "6-63", "R-05")
def test_an_offer_or_a_decline_meets_it_late_or_not() -> None:
    asked = until_published()
    for answer in (offered(at=DEADLINE), declined(at=DEADLINE)):
        clock = of([*asked, answer])
        assert clock.outcome is Outcome.MET
        assert not is_breached(clock, LATE)
    for late in (late_offer(), declined(at=LATE, late=True)):
        clock = of([*asked, late])
        assert clock.outcome is Outcome.MET
        assert is_breached(clock, LATE)


def test_one_provider_does_not_answer_for_another() -> None:
    assert of([*until_published(OAK, ELM), offered(ELM)]).outcome is Outcome.RUNNING


def test_it_stops_when_responses_close_or_the_search_is_called_off() -> None:
    asked = until_published()
    assert of([*asked, silent()]).outcome is Outcome.RUNNING
    assert of([*asked, silent(), ResponsesClosed()]).outcome is Outcome.STOPPED
    assert of([*asked, WITHDRAWN]).outcome is Outcome.STOPPED


def test_an_offer_made_in_time_and_entered_after_closing_still_met_it() -> None:
    history = [*until_published(), silent(), ResponsesClosed(), offered(at=NOW)]
    clock = all_clocks(history, every=timedelta(hours=1))[response_key(Tier.STANDARD, OAK)]
    assert clock.outcome is Outcome.MET


@pytest.mark.covers("C-RESP-24", "6-64", "R-06", "R-68")
def test_a_material_change_begins_the_window_anew_for_who_has_not_answered() -> None:
    history = [*until_published(OAK, ELM), offered(ELM), amended()]

    oak, elm = (all_clocks(history)[response_key(Tier.STANDARD, who)] for who in (OAK, ELM))

    assert (oak.due.at, oak.anchored_at, oak.outcome) == (ANEW, SOON, Outcome.RUNNING)
    assert (elm.due.at, elm.outcome) == (DEADLINE, Outcome.MET)
    unmoved = [*until_published(OAK), amended(material=False, deadline=None)]
    assert of(unmoved).due.at == DEADLINE
    assert of([*history, offered(at=ANEW)]).outcome is Outcome.MET


@pytest.mark.covers("C-RESP-24")
def test_an_extension_moves_the_deadline_and_not_when_it_began() -> None:
    later = DEADLINE + timedelta(hours=30)
    clock = of([*until_published(OAK), extended(later)])

    assert (clock.due.at, clock.anchored_at) == (later, NOW)


@pytest.mark.covers("C-FUND")
def test_money_is_answered_within_a_working_day() -> None:
    clock = coded([*until_preferred(), funding_requested()], C_FUND)
    assert clock.due.at == datetime(2026, 3, 3, 23, 59, 59, tzinfo=UTC)
    assert clock.outcome is Outcome.RUNNING

    answered = coded([*until_preferred(), funding_requested(), funding_authorised()], C_FUND)
    assert answered.outcome is Outcome.MET


@pytest.mark.covers("C-FUND")
def test_in_an_emergency_money_is_answered_within_two_hours() -> None:
    emergency = [drafted(emergency=True), *until_preferred()[1:]]
    clock = coded([*emergency, funding_requested()], C_FUND)
    assert clock.due.at == NOW + timedelta(hours=2)


@pytest.mark.covers("C-FUND-RETRO", "6-71")
@pytest.mark.parametrize("word", [None, VerbalAuthority(officer=HEAD, given_at=NOW)])
def test_money_for_a_child_who_is_there_follows_by_the_next_working_days_close(
    word: VerbalAuthority | None,
) -> None:
    breach = Breach(code="FUNDING_NOT_AUTHORISED", cites="4-118", detail="")
    friday = datetime(2026, 2, 27, 22, 15, tzinfo=UTC)
    started = ReferralFulfilled(
        placement_id=PlacementId(CASE),
        offer_id=offer_of(OAK),
        at=friday,
        breaches=() if word else (breach,),
        verbal_authority=word,
    )
    history = [*until_preferred(), funding_requested(), started]

    clock = coded(history, C_FUND_RETRO)
    assert clock.due.at == datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert clock.outcome is Outcome.RUNNING
    assert coded([*history, funding_authorised()], C_FUND_RETRO).outcome is Outcome.MET
    paid = [
        *until_authorised(),
        started.model_copy(update={"breaches": (), "verbal_authority": None}),
    ]
    assert C_FUND_RETRO not in {clock.code for clock in all_clocks(paid).values()}


@pytest.mark.covers("C-TRIAGE", "C-INHOUSE")
def test_triage_and_the_in_house_search_have_their_own() -> None:
    assert coded([drafted(), submitted()], C_TRIAGE).outcome is Outcome.RUNNING
    accepted = until_approved()[:4]
    assert coded(accepted, C_TRIAGE).outcome is Outcome.MET
    assert coded(accepted, C_INHOUSE).outcome is Outcome.RUNNING
    assert coded(until_approved(), C_INHOUSE).outcome is Outcome.MET


@pytest.mark.covers("C-TRIAGE", "C-INHOUSE")
def test_an_emergency_is_triaged_in_half_an_hour_and_searched_in_one() -> None:
    emergency = until_approved(emergency=True)
    assert coded(emergency, C_TRIAGE).due.at == NOW + timedelta(minutes=30)
    assert coded(emergency, C_INHOUSE).due.at == NOW + timedelta(hours=1)
    urgent = until_approved(tier=Tier.URGENT)
    assert coded(urgent, C_INHOUSE).due.at == NOW + timedelta(hours=1)
