"""A connected person cares for a child for sixteen weeks, and once for up to eight more."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain import placement
from domain.placement import PlacementEvent
from domain.placement.approving import ApprovalKind, Matter
from domain.placement.clocks import clocks
from domain.placement.commands import RecordCarersApproval
from domain.placement.errors import DetailsMissing
from domain.placement.events import CarersApproved
from domain.placement.visit_clocks import visit_clocks
from domain.shared.breaches import Breach
from domain.shared.clock_catalogue import C_REG23_6WD, C_REG24_16W
from domain.shared.clocks import Clock, Outcome
from domain.shared.errors import WrongState
from domain.shared.moments import end_of_day, london_day
from tests.domain.placement.test_approving_where_a_home_lies import asked, grant, granted, told
from tests.support.clocks import TERMS
from tests.support.placements import arrangement, ended, history, proposed, started
from tests.support.scenario import Case
from tests.support.visits import child as looked_after
from tests.support.visits import visited

case = Case(placement.decider)

SINCE = date(2026, 9, 7)
MORE = ApprovalKind.TEMPORARY_CARERS
AUNT = arrangement(provider_id=None)
LIVES = started(datetime(2026, 9, 7, 10, tzinfo=UTC), where=AUNT)
FOR_NOW = CarersApproved(temporary=True, from_=SINCE)
FOR_GOOD = CarersApproved(temporary=False, from_=date(2026, 12, 1))
IRO_KNOWS = told(Matter.IRO_CONSULTED)
OUTSIDE = Breach(code="OUTSIDE_APPROVAL", cites="SI 2011/581", detail="For one sex.")


def clock(code: str, *events: PlacementEvent) -> Clock:
    (found,) = [each for each in clocks(history(*events), TERMS) if each.code == code]
    return found


def test_what_the_register_says_is_told_once() -> None:
    tell = RecordCarersApproval(temporary=True, from_=SINCE)
    case.given(LIVES).when(tell).then(FOR_NOW)
    case.given(LIVES, FOR_NOW).when(tell).then()
    case.given(LIVES, ended(datetime(2026, 10, 1, tzinfo=UTC))).when(tell).then()


@pytest.mark.covers("C-REG24-16W", "T30")
def test_sixteen_weeks_from_the_approval_and_eight_more_by_another() -> None:
    running = clock(C_REG24_16W, LIVES, FOR_NOW)
    assert (running.outcome, running.due.at) == (Outcome.RUNNING, end_of_day(date(2026, 12, 28)))
    longer = clock(C_REG24_16W, LIVES, FOR_NOW, asked(MORE), granted(MORE, weeks=8))
    assert longer.due.at == end_of_day(date(2027, 2, 22))


@pytest.mark.covers("C-REG24-16W")
def test_approval_for_good_meets_it_and_an_end_stops_it() -> None:
    assert clock(C_REG24_16W, LIVES, FOR_NOW, FOR_GOOD).outcome is Outcome.MET
    left = ended(datetime(2026, 10, 1, tzinfo=UTC))
    assert clock(C_REG24_16W, LIVES, FOR_NOW, left).outcome is Outcome.STOPPED
    assert not [e for e in clocks(history(LIVES, FOR_GOOD), TERMS) if e.code == C_REG24_16W]


@pytest.mark.covers("R-132")
def test_more_weeks_are_given_once_in_time_and_to_a_connected_person() -> None:
    given = case.given(LIVES, FOR_NOW, IRO_KNOWS, asked(MORE))
    given.when(grant(MORE, weeks=8)).then(granted(MORE, weeks=8))
    given.when(grant(MORE)).then_refused(DetailsMissing)
    given.when(grant(MORE, weeks=8, too_late=True)).then_refused(WrongState)
    twice: Any = case.given(LIVES, FOR_NOW, IRO_KNOWS, asked(MORE), granted(MORE, weeks=2))
    twice.when(grant(MORE, weeks=6)).then_refused(WrongState)
    for good in ((), (FOR_NOW, FOR_GOOD)):
        others = case.given(LIVES, *good, IRO_KNOWS, asked(MORE))
        others.when(grant(MORE, weeks=8)).then_refused(WrongState)
    case.given(proposed(), IRO_KNOWS, asked(MORE)).when(grant(MORE, weeks=8)).then_refused(
        WrongState
    )


@pytest.mark.covers("C-VISIT-WEEKLY")
def test_with_a_connected_person_a_child_is_seen_weekly_until_they_are_approved_for_good() -> None:
    start = date(2026, 2, 25)
    for_now = CarersApproved(temporary=True, from_=start)
    for_good = CarersApproved(temporary=False, from_=date(2026, 3, 5))
    lives: list[PlacementEvent] = [started(start, where=AUNT), for_now, visited(date(2026, 3, 2))]

    def due(*events: PlacementEvent) -> tuple[str, date]:
        last = visit_clocks(history(*lives, *events), TERMS, looked_after())[-1]
        return last.code, london_day(last.due.at)

    assert due() == ("C-VISIT-WEEKLY", date(2026, 3, 9))
    assert due(for_good, visited(date(2026, 3, 9))) == ("C-VISIT-6W", date(2026, 4, 20))


@pytest.mark.covers("C-REG23-6WD", "R-133")
def test_outside_the_terms_of_an_approval_a_child_stays_six_working_days() -> None:
    outside = started(datetime(2026, 9, 7, 10, tzinfo=UTC), where=AUNT, breaches=(OUTSIDE,))
    running = clock(C_REG23_6WD, outside)
    # Monday the 7th is day 0.
    assert (running.outcome, running.due.at) == (Outcome.RUNNING, end_of_day(date(2026, 9, 15)))
    assert clock(C_REG23_6WD, outside, FOR_GOOD).outcome is Outcome.MET
    left = ended(datetime(2026, 9, 7, 10, tzinfo=UTC) + timedelta(days=3))
    assert clock(C_REG23_6WD, outside, left).outcome is Outcome.STOPPED
    within = started(where=AUNT)
    assert not [e for e in clocks(history(within), TERMS) if e.code == C_REG23_6WD]
