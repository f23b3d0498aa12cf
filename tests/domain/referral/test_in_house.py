"""The council's own homes and carers come first: one is taken, or a manager passes them over."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import reduce
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import referral
from domain.referral import ReferralCommand, ReferralEvent
from domain.referral.chronology import StageName, stages
from domain.referral.clocks import clocks
from domain.referral.codes import InHouseOutcome, WithdrawalReason
from domain.referral.commands.ending import FulfilReferral, WithdrawReferral
from domain.referral.commands.search import (
    ApproveExternalSearch,
    RecordInHouseExhausted,
    StartInHouseSearch,
)
from domain.referral.considered import ConsideredInHouse
from domain.referral.errors import InHouseNotExhausted, NotInHouse, OwnHomeNotConsidered
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.in_house import InHouseBypassApproved
from domain.referral.events.search import (
    InHouseSearchExhausted,
    InHouseSearchStarted,
    ReferralPublished,
)
from domain.shared.admission import (
    AgeOutsideCategory,
    SettingRestricted,
    Under16InOtherArrangements,
)
from domain.shared.clocks import Outcome
from domain.shared.errors import CaseworkError, MissingInformation, WrongState
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import Pence, PlacementId, Provision
from tests.support.clocks import TERMS
from tests.support.in_house import (
    MATCH,
    bypass,
    bypassed,
    match,
    matched,
    own,
    release,
    released,
)
from tests.support.referrals import (
    BROKER,
    HEAD,
    NEEDED,
    OAK,
    accepted,
    approved,
    considered,
    exhausted,
    home,
    invitee,
    publish,
    recorded,
    request_funding,
    until_submitted,
)
from tests.support.scenario import Case

case = Case(referral.decider)
ACCEPTED: Sequence[ReferralEvent] = [*until_submitted(), accepted()]
SEARCHING: Sequence[ReferralEvent] = [*ACCEPTED, InHouseSearchStarted(by=BROKER)]

approve = ApproveExternalSearch(
    budget_heading="external_16_plus", indicative_weekly=Pence(160_000), by=HEAD
)


@pytest.mark.covers("2-039", "2-094")
def test_a_home_of_the_councils_own_is_taken_for_the_day_it_is_needed() -> None:
    case.given(*SEARCHING).when(match(free_from=NEEDED - timedelta(days=3))).then(matched())
    later = NEEDED + timedelta(days=5)
    case.given(*SEARCHING).when(match(free_from=later)).then(matched(starts_on=later))


def test_a_match_says_why_it_suits() -> None:
    case.given(*SEARCHING).when(match(match_notes="  ")).then_refused(MissingInformation)


def test_a_providers_home_is_no_home_of_the_councils_own() -> None:
    case.given(*SEARCHING).when(match(home=home(OAK))).then_refused(NotInHouse)


def test_the_gates_of_any_home_are_asked_on_the_first_day() -> None:
    def asked(expected: type[CaseworkError], **of_home: object) -> None:
        case.given(*SEARCHING).when(match(home=own(**of_home))).then_refused(expected)

    asked(SettingRestricted, admissions_restricted=True)
    asked(AgeOutsideCategory, ages=AgeRange(first=8, before=12))
    young = match(home=own(provision=Provision.SUPPORTED_ACCOMMODATION), born_on=date(2010, 3, 10))
    case.given(*SEARCHING).when(young).then_refused(Under16InOtherArrangements)


@pytest.mark.covers("R-51")
def test_a_match_is_found_in_the_search_and_no_money_is_asked_for_it() -> None:
    case.given(*ACCEPTED).when(match()).then_refused(WrongState)
    case.given(*SEARCHING, matched()).when(match()).then_refused(WrongState)
    case.given(*SEARCHING, matched()).when(request_funding()).then_refused(WrongState)


def test_a_match_that_is_let_go_leaves_the_search_in_house() -> None:
    case.given(*SEARCHING, matched()).when(release()).then(released())
    case.given(*SEARCHING, matched(), released()).when(match()).then(matched())


def test_the_child_moving_in_fulfils_the_request_and_breaks_nothing() -> None:
    started = FulfilReferral(placement_id=PlacementId(UUID(int=7)), at=NEEDED)
    fulfilled = ReferralFulfilled(placement_id=started.placement_id, offer_id=MATCH, at=NEEDED)

    case.given(*SEARCHING, matched()).when(started).then(fulfilled)
    case.given(*SEARCHING, matched(), fulfilled).when(request_funding()).then_refused(WrongState)


@pytest.mark.covers("2-039")
def test_a_manager_lets_the_search_go_past_what_the_council_has() -> None:
    for history in (ACCEPTED, SEARCHING):
        case.given(*history).when(bypass()).then(bypassed())
        case.given(*history, bypassed()).when(approve).then(approved())
        case.given(*history).when(approve).then_refused(InHouseNotExhausted)
    case.given(*ACCEPTED).when(bypass(text=" ")).then_refused(MissingInformation)
    case.given(*SEARCHING, exhausted()).when(bypass()).then_refused(WrongState)
    case.given(*until_submitted()).when(bypass()).then_refused(WrongState)


@pytest.mark.covers("C-INHOUSE")
@pytest.mark.parametrize(
    ("end", "outcome"),
    [(exhausted(), Outcome.MET), (matched(), Outcome.MET), (bypassed(), Outcome.STOPPED)],
)
def test_a_match_exhaustion_or_bypass_closes_the_clock(
    end: ReferralEvent, outcome: Outcome
) -> None:
    in_house = [
        clock for clock in clocks(recorded([*SEARCHING, end]), TERMS) if clock.code == "C-INHOUSE"
    ]
    assert [clock.outcome for clock in in_house] == [outcome]


@pytest.mark.covers("C-INHOUSE", "R-51")
def test_the_clock_runs_anew_when_a_match_is_let_go() -> None:
    history = recorded([*SEARCHING, matched(), released()])
    outcomes = [clock.outcome for clock in clocks(history, TERMS) if clock.code == "C-INHOUSE"]
    assert outcomes == [Outcome.MET, Outcome.RUNNING]


def test_the_stages_tell_of_match_and_bypass() -> None:
    held = stages(list(recorded([*SEARCHING, matched(), released(), bypassed()])))
    assert [each.stage for each in held][-4:] == [
        StageName.SEARCHING_IN_HOUSE,
        StageName.PREFERRED,
        StageName.SEARCHING_IN_HOUSE,
        StageName.IN_HOUSE_BYPASSED,
    ]


exhaust = RecordInHouseExhausted(considered=(considered(),), none_exists=None, by=BROKER)
called_off = WithdrawReferral(reason=WithdrawalReason.DUPLICATE, by=BROKER)
# Everything is asked in some order, or few of the stories would get as far as the market.
steps: list[ReferralCommand] = [
    StartInHouseSearch(by=BROKER), exhaust, match(), release(), bypass(), approve, approve,
    publish(invitee(OAK)), publish(invitee(OAK)), called_off,
]  # fmt: skip


@pytest.mark.covers("2-039")
@given(st.permutations(steps))
def test_nothing_is_published_before_the_councils_own_homes_were_considered_or_passed_over(
    story: Sequence[ReferralCommand],
) -> None:
    history, state = list(ACCEPTED), referral.decider.replay(ACCEPTED)
    for command in story:
        try:
            decided = referral.decider.decide(state, command)
        except CaseworkError:
            continue
        history += decided
        state = reduce(referral.decider.evolve, decided, state)

    settled = False
    for event in history:
        settled |= isinstance(event, InHouseSearchExhausted | InHouseBypassApproved)
        assert settled or not isinstance(event, ReferralPublished)


@pytest.mark.covers("2-039", "R-110")
def test_a_home_of_ours_that_would_do_is_passed_over_with_a_reason_or_not_at_all() -> None:
    would_do = (considered().setting_id,)
    searching = case.given(*SEARCHING)
    none = RecordInHouseExhausted(none_exists="no_own_provision", would_do=would_do, by=BROKER)

    searching.when(none).then_refused(OwnHomeNotConsidered)
    why = ConsideredInHouse(
        setting_id=would_do[0], outcome=InHouseOutcome.NOT_A_MATCH, reason_code="gender_mix"
    )
    said = RecordInHouseExhausted(considered=(why,), would_do=would_do, by=BROKER)
    searching.when(said).then(
        InHouseSearchExhausted(considered=(why,), none_exists=None, by=BROKER)
    )
    searching.when(none.model_copy(update={"would_do": ()})).then(
        InHouseSearchExhausted(considered=(), none_exists="no_own_provision", by=BROKER)
    )


@pytest.mark.covers("2-039", "R-110")
@pytest.mark.parametrize(
    ("outcome", "reason"), [("no_vacancy", "closing"), ("declined", "full"), ("no_vacancy", "full")]
)
def test_a_home_of_ours_with_a_place_free_is_not_passed_over_as_full(
    outcome: str, reason: str
) -> None:
    home = considered().setting_id
    full = ConsideredInHouse(setting_id=home, outcome=InHouseOutcome(outcome), reason_code=reason)
    said = RecordInHouseExhausted(considered=(full,), by=BROKER)
    searching = case.given(*SEARCHING)

    searching.when(said).then(
        InHouseSearchExhausted(considered=(full,), none_exists=None, by=BROKER)
    )
    searching.when(said.model_copy(update={"would_do": (home,)})).then_refused(OwnHomeNotConsidered)
