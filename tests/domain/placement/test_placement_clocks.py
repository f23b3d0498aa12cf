"""The deadlines that a placement opens, and what meets, moves and stops them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.placement import PlacementEvent
from domain.placement.clocks import clocks
from domain.placement.events import PlacementNotStarted
from domain.shared.clock_catalogue import (
    C_IPASIGN,
    C_NOT_14,
    C_NOT_30,
    C_NOT_PROV,
    C_PKG_2W,
    C_PKG_3M,
    C_RESERVE,
)
from domain.shared.clocks import Clock, ClockCode, Outcome
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.shared.terms import NoticeClass
from tests.support.clocks import TERMS
from tests.support.notices import replaced, shortened, withdrawn
from tests.support.placements import (
    PLACEMENT,
    SETTING,
    agreement,
    ended,
    history,
    imported,
    notice_served,
    proposed,
    provider_notice,
    review_held,
    start_corrected,
    started,
)

CANCELLED = PlacementNotStarted(placement_id=PLACEMENT, setting_id=SETTING, reason="declined")
THIRD, THIRTEENTH = date(2026, 3, 3), date(2026, 3, 13)


def running(past: Sequence[Recorded[PlacementEvent]], code: ClockCode) -> list[Clock]:
    return [clock for clock in clocks(past, TERMS) if clock.code == code]


def only(code: ClockCode, *events: PlacementEvent) -> Clock:
    (clock,) = running(history(*events), code)
    return clock


def due(clock: Clock) -> date:
    return london_day(clock.due.at)


@pytest.mark.covers("4-220", "C-PKG-2W", "T13", "T14")
@pytest.mark.parametrize(
    ("start", "first_due"),
    [
        (date(2026, 12, 11), date(2026, 12, 25)),
        (date(2026, 12, 14), date(2026, 12, 28)),
    ],
)
def test_the_first_review_is_due_two_weeks_after_the_start(start: date, first_due: date) -> None:
    clock = only(C_PKG_2W, started(start))

    assert due(clock) == first_due
    assert clock.due.plan_by == date(2026, 12, 24)


@pytest.mark.covers("6-02", "C-PKG-2W")
def test_correcting_the_start_moves_what_is_anchored_on_it() -> None:
    held = review_held(date(2026, 3, 20))
    corrected = start_corrected(THIRTEENTH, was=THIRD)

    before = only(C_PKG_2W, started(THIRD), held)
    after = only(C_PKG_2W, started(THIRD), held, corrected)

    assert (due(before), due(after)) == (date(2026, 3, 17), date(2026, 3, 27))
    assert before.key == after.key
    assert after.closed_by == UUID(int=2)


@pytest.mark.covers("6-31", "C-PKG-2W")
def test_an_end_on_day_nine_stops_the_first_review() -> None:
    clock = only(C_PKG_2W, started(THIRD), ended(date(2026, 3, 12)))

    assert clock.outcome is Outcome.STOPPED


@pytest.mark.covers("4-221", "C-PKG-3M", "T15")
def test_each_review_sets_the_next_three_months_on() -> None:
    first, second = review_held(date(2026, 1, 3)), review_held(date(2026, 3, 20))
    past = history(started(date(2026, 1, 1)), first, second)

    met, waiting = running(past, C_PKG_3M)

    assert (due(met), met.due.plan_by) == (date(2026, 4, 3), date(2026, 4, 2))
    assert (met.outcome, met.closed_by) == (Outcome.MET, UUID(int=3))
    assert (due(waiting), waiting.outcome) == (date(2026, 6, 20), Outcome.RUNNING)
    assert met.key != waiting.key


@pytest.mark.covers("R-19")
def test_a_first_review_never_held_still_yields_the_next_date() -> None:
    past = history(started(THIRD))

    (first,), (following,) = running(past, C_PKG_2W), running(past, C_PKG_3M)

    assert (first.outcome, due(first)) == (Outcome.RUNNING, date(2026, 3, 17))
    assert due(following) == date(2026, 6, 17)


@pytest.mark.covers("R-19")
def test_once_it_is_held_after_all_the_next_date_follows_from_it() -> None:
    never, late = (
        only(C_PKG_3M, started(THIRD)),
        only(C_PKG_3M, started(THIRD), review_held(date(2026, 4, 1))),
    )

    assert never.key == late.key
    assert due(late) == date(2026, 7, 1)


def test_an_end_stops_every_review_to_come() -> None:
    past = history(started(THIRD), review_held(THIRTEENTH), ended(date(2026, 5, 1)))

    assert [clock.outcome for clock in running(past, C_PKG_3M)] == [Outcome.STOPPED]


@pytest.mark.covers("C-NOT-30", "C-NOT-14", "T26", "T28")
def test_notice_runs_for_the_days_it_was_served_with() -> None:
    general = only(
        C_NOT_30,
        started(),
        notice_served(date(2027, 1, 30), earliest_end=date(2027, 3, 1)),
    )
    specific = only(
        C_NOT_14,
        started(),
        notice_served(
            date(2026, 12, 14),
            earliest_end=date(2026, 12, 28),
            days=14,
            notice_class=NoticeClass.SPECIFIC,
        ),
    )

    assert (due(general), due(specific)) == (date(2027, 3, 1), date(2026, 12, 28))


@pytest.mark.covers("C-NOT-30")
def test_the_end_meets_notice_unless_it_came_before_it() -> None:
    left = only(C_NOT_30, started(), notice_served(), ended(date(2026, 4, 12)))
    gone = only(C_NOT_30, started(), notice_served(), ended(THIRTEENTH))

    assert (left.outcome, gone.outcome) == (Outcome.MET, Outcome.STOPPED)


@pytest.mark.covers("C-NOT-PROV", "R-148")
def test_a_providers_notice_runs_until_the_end_that_it_named_if_it_named_one() -> None:
    named = only(C_NOT_PROV, started(), provider_notice(end_named=date(2026, 4, 20)))
    silent = history(started(), provider_notice(end_named=None))
    at_once = only(C_NOT_PROV, started(), provider_notice(end_named=date(2026, 4, 1)))
    at_six = datetime(2026, 4, 2, 17, tzinfo=UTC)
    by_the_hour = only(C_NOT_PROV, started(), provider_notice(end_named=at_six))

    assert due(named) == date(2026, 4, 20)
    assert running(silent, C_NOT_PROV) == []
    assert due(at_once) == date(2026, 4, 1)
    assert by_the_hour.due.at == at_six


@pytest.mark.covers("C-NOT-30", "6-16", "6-19", "6-20")
def test_the_deadline_of_a_notice_moves_and_stops_with_what_is_agreed_of_it() -> None:
    given = (started(), notice_served())
    shorter = only(C_NOT_30, *given, shortened())
    second = history(*given, replaced(date(2026, 4, 11), date(2026, 4, 25), date(2026, 4, 25)))
    taken_back = only(C_NOT_30, *given, withdrawn())

    assert (due(shorter), shorter.outcome) == (date(2026, 4, 11), Outcome.RUNNING)
    assert [each.outcome for each in running(second, C_NOT_30)] == [Outcome.STOPPED]
    assert [due(each) for each in running(second, C_NOT_14)] == [date(2026, 4, 25)]
    assert taken_back.outcome is Outcome.STOPPED


@pytest.mark.covers("C-IPASIGN")
def test_an_issued_agreement_waits_for_both_signatures() -> None:
    waiting = only(C_IPASIGN, proposed(), *agreement()[:3])
    signed = only(C_IPASIGN, proposed(), *agreement())
    cancelled = only(C_IPASIGN, proposed(), *agreement()[:3], CANCELLED)

    assert waiting.outcome is Outcome.RUNNING
    assert (signed.outcome, cancelled.outcome) == (Outcome.MET, Outcome.STOPPED)


@pytest.mark.covers("C-RESERVE")
def test_a_reservation_holds_for_72_hours_until_start_or_release() -> None:
    waiting = only(C_RESERVE, proposed())
    moved_in = only(C_RESERVE, proposed(), started(date(2026, 1, 3)))
    released = only(C_RESERVE, proposed(), CANCELLED)
    came_anyway = only(C_RESERVE, proposed(), CANCELLED, started(date(2026, 1, 3)))

    assert waiting.due.at == datetime(2026, 1, 4, 0, 1, tzinfo=UTC)
    assert moved_in.outcome is Outcome.MET
    assert released.outcome is came_anyway.outcome is Outcome.STOPPED


def test_what_was_brought_in_after_it_ran_out_is_not_known() -> None:
    past = imported(history(started(THIRD)))

    assert {clock.outcome for clock in clocks(past, TERMS)} == {Outcome.NOT_KNOWN}
