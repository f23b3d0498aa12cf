"""A start that was written down wrongly is corrected, by two people, as often as need be."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain import placement
from domain.placement.state import Active
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from tests.support.placements import (
    BROKER,
    correct_start,
    ended,
    proposed,
    review_held,
    start_corrected,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
THIRD, THIRTEENTH = date(2026, 3, 3), date(2026, 3, 13)


@pytest.mark.covers("6-02")
def test_the_correction_holds_the_old_and_the_new() -> None:
    case.given(started(THIRD), review_held(date(2026, 3, 20))).when(correct_start(THIRTEENTH)).then(
        start_corrected(THIRTEENTH, was=THIRD)
    )


@pytest.mark.covers("6-05")
def test_a_correction_may_be_corrected() -> None:
    once = start_corrected(THIRTEENTH, was=THIRD)
    again = correct_start(date(2026, 3, 12), corrects=UUID(int=2))

    case.given(started(THIRD), once).when(again).then(
        start_corrected(date(2026, 3, 12), was=THIRTEENTH, corrects=UUID(int=2))
    )


def test_the_corrector_does_not_approve() -> None:
    state = placement.decider.replay([started()])

    with pytest.raises(ConflictOfInterest):
        placement.decider.decide(state, correct_start(THIRTEENTH, approved_by=BROKER))


def test_a_child_does_not_move_in_after_leaving() -> None:
    left = case.given(started(THIRD), ended(date(2026, 3, 12)))

    left.when(correct_start(THIRTEENTH)).then_refused(EffectiveBeforeStream)
    left.when(correct_start(date(2026, 3, 12))).then(start_corrected(date(2026, 3, 12), was=THIRD))


def test_hours_count_where_both_are_known() -> None:
    three, four = (datetime(2026, 3, 3, hour, tzinfo=UTC) for hour in (3, 4))
    left = case.given(started(THIRD), ended(three))

    left.when(correct_start(four)).then_refused(EffectiveBeforeStream)


def test_what_has_not_started_has_no_start_to_correct() -> None:
    case.given(proposed()).when(correct_start(THIRTEENTH)).then_refused(WrongState)


def test_the_corrected_start_is_what_is_remembered() -> None:
    state = placement.decider.replay([started(THIRD), start_corrected(THIRTEENTH)])

    assert isinstance(state, Active)
    assert state.started_at == state.particulars.begins_on == THIRTEENTH
