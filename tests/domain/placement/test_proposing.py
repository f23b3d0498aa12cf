"""A placement is put forward, and may be called off before it starts."""

from datetime import date

import pytest

from domain import placement
from domain.placement.commands import CancelPlacement, RecordStart
from domain.placement.events import PlacementNotStarted
from domain.shared.admission import LocationRisk
from domain.shared.errors import WrongState
from tests.support.placements import (
    PLACEMENT,
    SETTING,
    agree_start,
    propose,
    proposed,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
CANCEL = CancelPlacement(reason="child_declined")
CANCELLED = PlacementNotStarted(placement_id=PLACEMENT, setting_id=SETTING, reason="child_declined")


def test_a_proposal_keeps_the_age_and_not_the_birthday() -> None:
    case.given().when(propose()).then(proposed())


def test_a_child_is_a_year_older_from_the_start_of_the_birthday() -> None:
    birthday = date(2026, 5, 17)
    older = proposed(starts_on=birthday).model_copy(update={"age_in_years": 17})

    case.given().when(propose(starts_on=birthday)).then(older)


def test_a_placement_is_proposed_once() -> None:
    case.given(proposed()).when(propose()).then_refused(WrongState)


def test_a_placement_may_be_called_off_until_the_child_moves_in() -> None:
    case.given(proposed()).when(CANCEL).then(CANCELLED)
    case.given(proposed(), started()).when(CANCEL).then_refused(WrongState)


def test_once_called_off_no_start_is_agreed() -> None:
    case.given(proposed(), CANCELLED).when(agree_start()).then_refused(WrongState)


def test_a_child_who_came_although_it_was_called_off_has_still_moved_in() -> None:
    came = RecordStart(at=date(2026, 3, 2), born_on=date(2009, 5, 17), reserved=False)
    state = placement.decider.replay([proposed(), CANCELLED])

    (start,) = placement.decider.decide(state, came)

    assert isinstance(start, type(started()))
    assert [breach.code for breach in start.breaches] == ["WRONG_STATE", "FUNDING_NOT_AUTHORISED"]


@pytest.mark.parametrize("command", [CANCEL, agree_start()])
def test_nothing_happens_to_a_placement_that_nobody_proposed(
    command: placement.PlacementCommand,
) -> None:
    case.given().when(command).then_refused(WrongState)


@pytest.mark.covers("4-031")
def test_no_home_in_an_area_to_avoid_is_proposed_and_a_start_there_is_a_breach() -> None:
    there = propose().model_copy(update={"in_area_to_avoid": True})
    came = RecordStart(at=date(2026, 3, 2), born_on=date(2009, 5, 17), in_area_to_avoid=True)

    case.given().when(there).then_refused(LocationRisk)
    (start,) = placement.decider.decide(placement.decider.replay([proposed()]), came)

    assert isinstance(start, type(started()))
    assert "LOCATION_RISK" in [breach.code for breach in start.breaches]
