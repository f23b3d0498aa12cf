"""C-MEET: a meeting and a visit by the day on which the child would move in."""

from datetime import date, timedelta

import pytest

from domain.placement import PlacementEvent
from domain.placement.clocks import clocks
from domain.placement.events import (
    IntroductoryVisitHeld,
    PlacementNotStarted,
    ProviderMeetingHeld,
)
from domain.shared.clock_catalogue import C_MEET
from domain.shared.clocks import Clock, Outcome
from domain.shared.moments import london_day
from tests.support.clocks import TERMS
from tests.support.placements import PLACEMENT, SETTING, history, proposed, started

STARTS_ON = proposed().starts_on
EARLIER = STARTS_ON - timedelta(days=3)
MEETING = ProviderMeetingHeld(on=EARLIER, attendees=("young_person", "provider"), childs_views=None)
ALONE = ProviderMeetingHeld(on=EARLIER, attendees=("provider",), childs_views=None)
VISIT = IntroductoryVisitHeld(on=EARLIER + timedelta(days=1), childs_views=None)
CANCELLED = PlacementNotStarted(placement_id=PLACEMENT, setting_id=SETTING, reason="declined")


def meeting_clock(*events: PlacementEvent) -> Clock:
    (clock,) = [each for each in clocks(history(*events), TERMS) if each.code == C_MEET]
    return clock


@pytest.mark.covers("C-MEET", "4-116", "4-117", "R-92")
def test_it_is_due_on_the_day_on_which_the_child_would_move_in() -> None:
    clock = meeting_clock(proposed())

    assert london_day(clock.due.at) == STARTS_ON
    assert clock.outcome is Outcome.RUNNING


@pytest.mark.covers("C-MEET", "4-116", "4-117")
def test_a_meeting_and_a_visit_meet_it_and_neither_does_alone() -> None:
    assert meeting_clock(proposed(), MEETING).outcome is Outcome.RUNNING
    assert meeting_clock(proposed(), VISIT).outcome is Outcome.RUNNING
    assert meeting_clock(proposed(), ALONE, VISIT).outcome is Outcome.RUNNING

    both = meeting_clock(proposed(), MEETING, VISIT)

    assert (both.outcome, both.closed_at) == (Outcome.MET, VISIT.on)


@pytest.mark.covers("C-MEET", "R-92")
def test_an_emergency_has_no_meeting_to_wait_for() -> None:
    urgent = proposed().model_copy(update={"emergency": True})
    assert not [each for each in clocks(history(urgent), TERMS) if each.code == C_MEET]


@pytest.mark.covers("C-MEET")
def test_a_start_or_calling_it_off_ends_it() -> None:
    assert meeting_clock(proposed(), CANCELLED).outcome is Outcome.STOPPED
    assert meeting_clock(proposed(), started(date(2026, 3, 3))).outcome is Outcome.STOPPED
