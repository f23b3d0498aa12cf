"""A child dies: recorded once, by its own day."""

from datetime import date

import pytest

from application.case.deadlines import deadlines
from application.case.whereabouts.told import Standing
from domain.case.commands import RecordDeath
from domain.case.events import ChildDied
from domain.shared.clocks import Outcome
from domain.shared.errors import EffectiveBeforeStream, WrongState
from tests.support.cases import BORN, MANAGER, became, case, case_opened
from tests.support.placements import ended, started
from tests.support.whereabouts import asked, codes, placement, record_of
from tests.support.whereabouts import case as of_child

ON = date(2026, 3, 20)
DIED = ChildDied(on=ON, by=MANAGER)
IN_CARE, MOVED_IN = became(date(2026, 3, 2)), started(date(2026, 3, 3))


def test_a_death_is_recorded_once() -> None:
    told = RecordDeath(on=ON, by=MANAGER)

    case.given(case_opened()).when(told).then(DIED)
    case.given(case_opened(), DIED).when(told).then_refused(WrongState)
    before = RecordDeath(on=date(BORN.year, 1, 1), by=MANAGER)
    case.given(case_opened()).when(before).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("R-200")
def test_no_deadline_of_its_care_runs_on_and_what_had_run_out_stays_a_breach() -> None:
    alive = deadlines(record_of(date(2026, 3, 19), of_child(IN_CARE), placement(MOVED_IN)))
    assert Outcome.RUNNING in {each.outcome for each in alive}

    dead = deadlines(record_of(date(2026, 4, 1), of_child(IN_CARE, DIED), placement(MOVED_IN)))

    assert {each.outcome for each in dead} == {Outcome.STOPPED}
    assert {each.code for each in dead if each.breached} >= {"C-VISIT-1W", "C-PKG-2W"}
    assert {each.code: each.breached for each in dead}["C-SREV-20"] is False


@pytest.mark.covers("R-200")
def test_a_placement_that_goes_on_speaks_against_a_death_and_nothing_else_does() -> None:
    open_still = asked(date(2026, 4, 1), of_child(IN_CARE, DIED), placement(MOVED_IN))
    assert (open_still.standing, codes(open_still)) == (Standing.DIED, ["DIED"])

    over = placement(MOVED_IN, ended(ON))
    assert codes(asked(date(2026, 4, 1), of_child(IN_CARE, DIED), over)) == []
    day_before = asked(date(2026, 3, 19), of_child(IN_CARE, DIED), placement(MOVED_IN))
    assert day_before.standing is Standing.IN_PLACEMENT
