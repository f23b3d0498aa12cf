"""A search is held for a time: what waits with it, what does not, and what its clocks do."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import referral
from domain.referral import ReferralCommand, ReferralEvent
from domain.referral.chronology import pauses
from domain.referral.clocks import clocks
from domain.referral.codes import OutcomeForChild, WithdrawalReason
from domain.referral.commands.closing import CloseUnfilled
from domain.referral.commands.ending import WithdrawReferral
from domain.referral.commands.pausing import PauseReferral, ResumeReferral
from domain.referral.commands.search import StartInHouseSearch
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.pausing import ReferralPaused, ReferralResumed
from domain.referral.rules.pausing import TAKES_FURTHER
from domain.referral.stages import Stage
from domain.shared.clock_catalogue import C_INHOUSE, C_PAUSE, C_TRIAGE
from domain.shared.clocks import Clock, ClockCode, Outcome
from domain.shared.errors import WrongState
from domain.shared.moments import begins
from tests.domain.referral.test_triage import returned
from tests.support.clocks import TERMS
from tests.support.referrals import (
    BROKER,
    CASEWORKER,
    DEADLINE,
    ELM,
    MANAGER,
    NOW,
    OAK,
    accept,
    accepted,
    drafted,
    invitee,
    offered,
    publish,
    recorded,
    request_funding,
    select,
    submit_offer,
    submitted,
    until_approved,
    until_evaluating,
    until_preferred,
    until_published,
    until_submitted,
    written,
)
from tests.support.scenario import Case

case = Case(referral.decider)

MONDAY = date(2026, 3, 9)
pause = PauseReferral(reason="in_hospital", resume_on=MONDAY, now=NOW, by=BROKER)
resume = ResumeReferral(at=NOW, by=BROKER)


def paused(at: datetime = NOW, until: date = MONDAY) -> ReferralPaused:
    return ReferralPaused(reason="in_hospital", text=None, resume_on=until, at=at, by=BROKER)


def resumed(at: datetime = NOW) -> ReferralResumed:
    return ReferralResumed(at=at, by=BROKER)


def coded(history: Sequence[ReferralEvent], code: ClockCode) -> Clock:
    (found,) = [each for each in clocks(recorded(history), TERMS) if each.code == code]
    return found


@pytest.mark.covers("R-55")
@pytest.mark.parametrize(
    "history", [until_submitted(), until_approved(), until_published(OAK), until_preferred()]
)
def test_a_search_is_paused_at_any_stage_and_goes_on_where_it_was(
    history: Sequence[ReferralEvent],
) -> None:
    case.given(*history).when(pause).then(paused())
    case.given(*history, paused()).when(resume).then(resumed())
    before = referral.decider.replay(history)
    assert referral.decider.replay([*history, paused(), resumed()]) == before


def test_what_is_not_asked_yet_or_is_over_is_not_paused_nor_twice() -> None:
    over = ReferralWithdrawn(reason=WithdrawalReason.DUPLICATE, text=None, by=CASEWORKER)
    for history in (
        [drafted()],
        [*until_submitted(), returned],
        [*until_submitted(), over],
        [*until_submitted(), paused()],
    ):
        case.given(*history).when(pause).then_refused(WrongState)
    case.given(*until_submitted()).when(resume).then_refused(WrongState)


def test_a_pause_ends_on_a_day_to_come() -> None:
    today = pause.model_copy(update={"resume_on": NOW.date()})
    case.given(*until_submitted()).when(today).then_refused(WrongState)


@pytest.mark.covers("R-55")
@pytest.mark.parametrize(
    ("history", "command"),
    [
        (until_submitted(), accept()),
        ([*until_submitted(), accepted()], StartInHouseSearch(by=BROKER)),
        (until_approved(), publish(invitee(OAK))),
        (until_evaluating(OAK), select(OAK)),
        (until_preferred(), request_funding()),
    ],
)
def test_nothing_takes_a_paused_search_further(
    history: Sequence[ReferralEvent], command: ReferralCommand
) -> None:
    assert isinstance(command, TAKES_FURTHER)
    case.given(*history, paused()).when(command).then_refused(WrongState)
    state = referral.decider.replay([*history, paused(), resumed()])
    assert referral.decider.decide(state, command)


@pytest.mark.covers("R-55")
def test_what_happens_meanwhile_is_taken_and_a_paused_search_may_end() -> None:
    asked = [*until_published(OAK, ELM), paused()]
    case.given(*asked).when(submit_offer(OAK)).then(offered(OAK))
    state = referral.decider.replay([*asked, offered(OAK), ResponsesClosed()])
    assert isinstance(state, Stage)
    assert state.facts.paused_until == MONDAY
    ends: Sequence[ReferralCommand] = (
        WithdrawReferral(reason=WithdrawalReason.RETURNED_HOME, by=CASEWORKER),
        CloseUnfilled(outcome=OutcomeForChild.WITH_FAMILY, text="With her aunt.", by=MANAGER),
    )
    for end in ends:
        assert referral.decider.decide(referral.decider.replay(asked), end)


@pytest.mark.covers("R11", "R-55")
def test_triage_stands_still_and_office_hours_left_are_counted_from_the_day_it_goes_on() -> None:
    """Monday at ten: due at two. Held at eleven, three hours are left on the next Monday."""
    running: Sequence[ReferralEvent] = [drafted(), written(), submitted()]
    held = [*running, paused(NOW + timedelta(hours=1))]
    assert coded(running, C_TRIAGE).due.at == NOW + timedelta(hours=4)
    still = coded(held, C_TRIAGE)
    assert still.due.at == begins(MONDAY) + timedelta(hours=9 + 3)
    assert still.paused_until == begins(MONDAY)

    early = coded([*held, resumed(NOW + timedelta(hours=3))], C_TRIAGE)
    assert early.due.at == NOW + timedelta(hours=6)


@pytest.mark.covers("R-55")
def test_a_working_day_that_was_left_is_left_afterwards() -> None:
    history = [*until_submitted(), accepted()]
    assert coded(history, C_INHOUSE).due.plan_by == date(2026, 3, 3)
    assert coded([*history, paused()], C_INHOUSE).due.plan_by == date(2026, 3, 10)


@pytest.mark.covers("R-55")
def test_what_providers_were_promised_does_not_stand_still() -> None:
    windows = [
        each
        for each in clocks(recorded([*until_published(OAK, ELM), paused()]), TERMS)
        if each.code == "C-RESP-24"
    ]
    assert [each.due.at for each in windows] == [DEADLINE, DEADLINE]


def test_a_pause_mends_no_breach() -> None:
    late = NOW + timedelta(days=1)
    assert coded([*until_submitted(), paused(late)], C_TRIAGE).due.at == NOW + timedelta(hours=4)


@pytest.mark.covers("C-PAUSE")
def test_the_pause_has_a_timer_that_ends_with_it() -> None:
    held = [*until_submitted(), paused()]
    timer = coded(held, C_PAUSE)
    assert (timer.due.at, timer.outcome) == (begins(MONDAY), Outcome.RUNNING)
    assert coded([*held, resumed()], C_PAUSE).outcome is Outcome.MET
    over = ReferralWithdrawn(reason=WithdrawalReason.DUPLICATE, text=None, by=CASEWORKER)
    assert coded([*held, over], C_PAUSE).outcome is Outcome.STOPPED
    (ended,) = pauses(list(recorded([*held, over])))
    assert ended.until is not None


hours = st.integers(min_value=0, max_value=400).map(lambda number: timedelta(hours=number))


EMERGENCY: Sequence[ReferralEvent] = [drafted(emergency=True), written(), submitted()]
STANDING_STILL: Sequence[tuple[Sequence[ReferralEvent], ClockCode]] = (
    ([drafted(), written(), submitted()], C_TRIAGE),
    (EMERGENCY, C_TRIAGE),
    ([*until_submitted(), accepted()], C_INHOUSE),
)


@given(hours, hours)
def test_the_longer_a_pause_the_later_what_stood_still_is_due(
    one: timedelta, two: timedelta
) -> None:
    """And one of no length moves nothing: whatever the clock is counted in."""
    for history, code in STANDING_STILL:
        short, long = sorted((one, two))
        due = [
            coded([*history, paused(until=date(2027, 1, 4)), resumed(NOW + held)], code).due.at
            for held in (timedelta(), short, long)
        ]
        assert due == sorted(due)
        assert due[0] == coded(history, code).due.at


@given(hours)
def test_elapsed_time_moves_by_exactly_what_the_pause_lasted(held: timedelta) -> None:
    moved = coded([*EMERGENCY, paused(until=date(2027, 1, 4)), resumed(NOW + held)], C_TRIAGE)
    assert moved.due.at - coded(EMERGENCY, C_TRIAGE).due.at == held
