"""A clock opens with a fact, is closed by another, and may run out in between."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.shared.clock_catalogue import (
    C_NOT_30,
    C_RESERVE,
    C_SREV_20,
    C_TRIAGE,
    C_TRIAGE_EMERGENCY,
    FIRST_EDITION,
)
from domain.shared.clocks import (
    Clock,
    Limit,
    Outcome,
    Unit,
    is_breached,
    met,
    opened,
    stopped,
)
from domain.shared.envelope import Channel
from domain.shared.moments import When
from tests.support.clocks import (
    ANCHOR,
    ANCHORED,
    ANOTHER,
    CLOSING,
    DUE,
    TERMS,
    Happened,
    fact,
    told,
)

A_MICROSECOND = timedelta(microseconds=1)
RESERVE = FIRST_EDITION[C_RESERVE]
LATER = DUE + timedelta(days=30)


def reservation(
    at: When = ANCHORED, channel: Channel = Channel.API, recorded_at: datetime | None = None
) -> Clock:
    recorded = fact(at, channel=channel, recorded_at=recorded_at)
    return opened(recorded, C_RESERVE, RESERVE, TERMS)


@pytest.mark.covers("R10", "C-RESERVE")
def test_a_clock_is_anchored_on_when_it_happened_not_on_when_it_was_recorded() -> None:
    clock = reservation(recorded_at=LATER)

    assert clock.anchored_at == ANCHORED
    assert clock.due.at == DUE
    assert clock.outcome is Outcome.RUNNING


def test_a_clock_is_named_for_its_code_and_the_event_that_opened_it() -> None:
    assert reservation().key == f"C-RESERVE:{ANCHOR}"


def test_a_clock_may_be_named_and_anchored_otherwise() -> None:
    review = opened(
        fact(ANCHORED),
        C_SREV_20,
        FIRST_EDITION[C_SREV_20],
        TERMS,
        key="C-SREV-20:period-1",
        anchored_at=date(2026, 3, 13),
    )

    assert review.key == "C-SREV-20:period-1"
    assert review.due.plan_by == date(2026, 4, 14)


@pytest.mark.covers("C-TRIAGE", "R-03")
def test_triage_is_half_an_hour_in_an_emergency_and_four_working_hours_otherwise() -> None:
    friday_evening = datetime(2026, 4, 2, 18, tzinfo=UTC)
    due = {
        limit: opened(fact(friday_evening), C_TRIAGE, TERMS.limits[limit], TERMS).due.at
        for limit in (C_TRIAGE, C_TRIAGE_EMERGENCY)
    }

    assert due[C_TRIAGE_EMERGENCY] == friday_evening + timedelta(minutes=30)
    assert due[C_TRIAGE] == datetime(2026, 4, 7, 12, tzinfo=UTC)


@pytest.mark.parametrize("channel", [Channel.IMPORT, Channel.BACKFILL])
def test_what_was_brought_in_after_its_deadline_is_not_known(channel: Channel) -> None:
    assert reservation(channel=channel, recorded_at=DUE).outcome is Outcome.NOT_KNOWN


@pytest.mark.parametrize("channel", [Channel.IMPORT, Channel.BACKFILL])
def test_what_was_brought_in_before_its_deadline_runs(channel: Channel) -> None:
    clock = reservation(channel=channel, recorded_at=DUE - A_MICROSECOND)

    assert clock.outcome is Outcome.RUNNING


@pytest.mark.parametrize("channel", [Channel.API, Channel.PORTAL, Channel.SYSTEM])
@pytest.mark.covers("R10")
def test_what_was_recorded_late_by_our_own_people_runs_and_is_breached(channel: Channel) -> None:
    clock = reservation(channel=channel, recorded_at=LATER)

    assert is_breached(clock, LATER)


def test_what_is_not_known_is_neither_met_nor_breached() -> None:
    clock = reservation(channel=Channel.IMPORT, recorded_at=LATER)

    assert met(clock, fact(ANCHORED, event_id=CLOSING)) == clock
    assert stopped(clock, fact(ANCHORED, event_id=CLOSING)) == clock
    assert not is_breached(clock, LATER)


def test_a_clock_that_is_met_says_by_what_and_when() -> None:
    clock = met(reservation(), fact(DUE, event_id=CLOSING))

    assert (clock.outcome, clock.closed_by, clock.closed_at) == (Outcome.MET, CLOSING, DUE)


def test_a_clock_that_was_closed_stays_closed_by_the_first_to_do_so() -> None:
    clock = stopped(reservation(), fact(ANCHORED, event_id=CLOSING))

    assert clock.outcome is Outcome.STOPPED
    assert met(clock, fact(LATER, event_id=ANOTHER)) == clock


@pytest.mark.covers("R-05")
def test_the_deadline_itself_is_still_in_time() -> None:
    assert not is_breached(reservation(), DUE)
    assert is_breached(reservation(), DUE + A_MICROSECOND)


@pytest.mark.covers("R-05")
def test_met_at_the_deadline_is_met_in_time_and_a_microsecond_later_is_late() -> None:
    in_time = met(reservation(), fact(DUE, event_id=CLOSING))
    late = met(reservation(), fact(DUE + A_MICROSECOND, event_id=CLOSING))

    assert not is_breached(in_time, LATER)
    assert is_breached(late, LATER)


@pytest.mark.covers("R-05", "C-NOT-30")
def test_what_is_known_only_to_the_due_day_is_in_time() -> None:
    notice = opened(
        fact(date(2027, 1, 30)), C_NOT_30, Limit(number=30, unit=Unit.CALENDAR_DAYS), TERMS
    )
    long_after = datetime(2028, 1, 1, tzinfo=UTC)

    assert not is_breached(met(notice, fact(date(2027, 3, 1), event_id=CLOSING)), long_after)
    assert is_breached(met(notice, fact(date(2027, 3, 2), event_id=CLOSING)), long_after)


@pytest.mark.covers("R-42")
def test_a_deadline_in_days_is_the_last_second_of_its_day_in_london() -> None:
    limit = Limit(number=30, unit=Unit.CALENDAR_DAYS)
    notice = opened(fact(date(2026, 6, 1)), C_NOT_30, limit, TERMS)
    last_second = datetime(2026, 7, 1, 22, 59, 59, tzinfo=UTC)
    within_it = last_second + A_MICROSECOND

    assert not is_breached(met(notice, fact(last_second, event_id=CLOSING)), LATER)
    assert is_breached(met(notice, fact(within_it, event_id=CLOSING)), within_it)


@pytest.mark.covers("R-50")
def test_of_two_facts_of_one_day_the_earlier_in_effect_comes_first_and_then_the_earlier_told() -> (
    None
):
    the_day, first_hour = date(2026, 6, 1), datetime(2026, 5, 31, 23, tzinfo=UTC)
    told_as_a_day = told(Happened(), at=the_day, position=2)
    at_its_first_moment = told(Happened(), at=first_hour, position=3)
    the_minute_before = told(Happened(), at=first_hour - timedelta(minutes=1), position=4)
    shuffled = [at_its_first_moment, told_as_a_day, the_minute_before]

    ordered = sorted(shuffled, key=lambda each: each.order)

    assert ordered == [the_minute_before, told_as_a_day, at_its_first_moment]


def test_a_clock_stopped_after_it_ran_out_had_run_out() -> None:
    clock = stopped(reservation(), fact(LATER, event_id=CLOSING))

    assert is_breached(clock, LATER)
    assert not is_breached(clock, DUE)
