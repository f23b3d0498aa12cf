"""A change is reviewed within ten working days; what broke down is looked back upon in twenty."""

from datetime import date
from typing import Any

import pytest

from domain import placement
from domain.placement.clocks import clocks
from domain.placement.commands import (
    RecordDisruptionMeeting,
    RecordStabilityMeeting,
    ReportSignificantChange,
)
from domain.placement.errors import DetailsMissing
from domain.placement.events import (
    DisruptionMeetingHeld,
    PlacementEvent,
    SignificantChangeReported,
    StabilityMeetingHeld,
)
from domain.placement.stability import ToldBy
from domain.shared.clock_catalogue import C_DISRUPT, C_PKG_TRIG
from domain.shared.clocks import ClockCode, Outcome
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import london_day
from tests.support.clocks import TERMS
from tests.support.placements import BROKER, ended, history, review_held, started
from tests.support.scenario import Case

case = Case(placement.decider)
BEGAN, CHANGED, LEFT = date(2026, 3, 3), date(2026, 4, 14), date(2026, 6, 1)


def meeting(on: date, **said: Any) -> dict[str, Any]:
    return {"on": on, "attendees": ("carer",), "childs_views": None, "by": BROKER} | said


def change(on: date = CHANGED, kind: str = "excluded_from_school") -> dict[str, Any]:
    return {
        "on": on,
        "kind": kind,
        "told_by": ToldBy.PROVIDER,
        "text": "Since Friday.",
        "by": BROKER,
    }


def stability(on: date = CHANGED, plan: str = "A mentor.") -> dict[str, Any]:
    return meeting(on, plan=plan)


def disruption(on: date = date(2026, 6, 12), **said: Any) -> dict[str, Any]:
    return meeting(on, **{"findings": "Not prepared.", "learning": "A mentor before."} | said)


def outcome(code: ClockCode, *events: PlacementEvent) -> tuple[str, str] | None:
    """When the clock of a code is due, and how it stands; none where it was never opened."""
    found = [each for each in clocks(history(*events), TERMS) if each.code == code]
    return (london_day(found[-1].due.at).isoformat(), found[-1].outcome.value) if found else None


def test_what_changed_and_who_met_is_recorded_while_the_child_lives_there() -> None:
    there = case.given(started(BEGAN))

    there.when(ReportSignificantChange(**change())).then(SignificantChangeReported(**change()))
    there.when(RecordStabilityMeeting(**stability())).then(StabilityMeetingHeld(**stability()))
    too_early = change(date(2026, 3, 2))
    there.when(ReportSignificantChange(**too_early)).then_refused(EffectiveBeforeStream)
    there.when(ReportSignificantChange(**change(kind=" "))).then_refused(DetailsMissing)
    there.when(RecordStabilityMeeting(**stability(plan=" "))).then_refused(DetailsMissing)
    alone = stability() | {"attendees": ()}
    there.when(RecordStabilityMeeting(**alone)).then_refused(DetailsMissing)
    gone = case.given(started(BEGAN), ended(LEFT))
    gone.when(RecordStabilityMeeting(**stability())).then(StabilityMeetingHeld(**stability()))
    too_late = stability(date(2026, 6, 2))
    gone.when(RecordStabilityMeeting(**too_late)).then_refused(WrongState)


def test_a_disruption_meeting_comes_after_the_child_has_left() -> None:
    gone, held = case.given(started(BEGAN), ended(LEFT)), disruption()

    gone.when(RecordDisruptionMeeting(**held)).then(DisruptionMeetingHeld(**held))
    before = RecordDisruptionMeeting(**disruption(date(2026, 5, 31)))
    gone.when(before).then_refused(EffectiveBeforeStream)
    gone.when(RecordDisruptionMeeting(**disruption(findings=" "))).then_refused(DetailsMissing)
    gone.when(RecordDisruptionMeeting(**disruption(learning=""))).then_refused(DetailsMissing)
    case.given(started(BEGAN)).when(RecordDisruptionMeeting(**held)).then_refused(WrongState)


@pytest.mark.covers("C-PKG-TRIG")
def test_a_change_is_reviewed_within_ten_working_days() -> None:
    changed = SignificantChangeReported(**change())

    waiting = outcome(C_PKG_TRIG, started(BEGAN), changed)
    assert waiting == ("2026-04-28", Outcome.RUNNING)
    reviewed_before = review_held(date(2026, 4, 13))
    assert outcome(C_PKG_TRIG, started(BEGAN), reviewed_before, changed) == waiting
    reviewed = outcome(C_PKG_TRIG, started(BEGAN), changed, review_held(date(2026, 4, 20)))
    assert reviewed == ("2026-04-28", Outcome.MET)
    assert outcome(C_PKG_TRIG, started(BEGAN), changed, ended(LEFT)) == (
        "2026-04-28",
        Outcome.STOPPED,
    )


@pytest.mark.covers("C-DISRUPT")
def test_an_unplanned_end_is_looked_back_upon_within_twenty_working_days() -> None:
    unplanned = ended(LEFT).model_copy(update={"planned": False})
    planned = ended(LEFT).model_copy(update={"planned": True})
    held = DisruptionMeetingHeld(**disruption())

    assert outcome(C_DISRUPT, started(BEGAN), unplanned) == ("2026-06-29", Outcome.RUNNING)
    assert outcome(C_DISRUPT, started(BEGAN), unplanned, held) == ("2026-06-29", Outcome.MET)
    assert outcome(C_DISRUPT, started(BEGAN), planned) is None
