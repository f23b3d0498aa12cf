"""A visit says who came, whether the child was seen, alone or not, and why not."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.placement import Placement, PlacementCommand, decider
from domain.placement.commands import CorrectVisit, IntendLength
from domain.placement.errors import UnknownVisit, VisitIncomplete
from domain.placement.events import LengthIntended, PlacementEvent
from domain.placement.visit import NotAlone, NotSeen, Visit
from domain.placement.visits_made import standing_visit, visits
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.vocabulary import EventId
from tests.support.placements import START, ended, history, proposed, started
from tests.support.scenario import Case
from tests.support.visits import (
    MANAGER,
    WORKER,
    attempted,
    corrected,
    in_vain,
    record,
    visit,
    visited,
)

placement: Case[PlacementCommand, Placement, PlacementEvent] = Case(decider)
NEXT_DAY = START + timedelta(days=1)
SECOND = EventId(UUID(int=2))
"""The id of the second event of a history."""


def correct(now: Visit | None, was: Visit | None, approved_by: str = MANAGER) -> CorrectVisit:
    return CorrectVisit(
        corrects=SECOND,
        was=was,
        now=now,
        reason="Typed for another",
        approved_by=approved_by,
        by=WORKER,
    )


def test_a_child_who_was_seen_was_visited_and_one_who_was_not_was_not() -> None:
    lives_there = placement.given(started())

    lives_there.when(record(visit(NEXT_DAY))).then(visited(NEXT_DAY))
    lives_there.when(record(in_vain(NEXT_DAY))).then(attempted(NEXT_DAY))


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({"seen": False, "seen_alone": False}, ["not_seen"]),
        ({"seen": False, "not_seen": NotSeen.CHILD_OUT}, ["seen_alone"]),
        ({"seen_alone": False}, ["not_alone"]),
        (
            {"not_alone": NotAlone.NOT_ABLE, "not_seen": NotSeen.NOBODY_IN},
            ["not_seen", "not_alone"],
        ),
    ],
)
def test_what_is_left_open_or_contradicts_is_named_at_once(
    told: dict[str, object], missing: list[str]
) -> None:
    with pytest.raises(VisitIncomplete) as refusal:
        decider.decide(decider.replay([started()]), record(visit(NEXT_DAY, **told)))

    assert refusal.value.details["missing"] == missing


def test_a_child_seen_in_company_has_the_reason() -> None:
    told = visit(NEXT_DAY, seen_alone=False, not_alone=NotAlone.CHILD_REFUSED)
    assert len(decider.decide(decider.replay([started()]), record(told))) == 1


def test_a_visit_belongs_to_the_time_in_which_the_child_lived_there() -> None:
    left = placement.given(started(), ended(NEXT_DAY))

    left.when(record(visit(NEXT_DAY))).then(visited(NEXT_DAY))
    left.when(record(visit(NEXT_DAY + timedelta(days=1)))).then_refused(WrongState)
    left.when(record(visit(START - timedelta(days=1)))).then_refused(EffectiveBeforeStream)
    placement.given(proposed()).when(record(visit(NEXT_DAY))).then_refused(WrongState)


def test_a_visit_is_put_right_with_somebody_elses_approval() -> None:
    was, now = visit(NEXT_DAY), in_vain(NEXT_DAY)
    made = placement.given(started(), visited(NEXT_DAY))

    made.when(correct(now, was)).then(corrected(was, now, SECOND))
    made.when(correct(None, was)).then(corrected(was, None, SECOND))
    made.when(correct(now, was, approved_by=WORKER)).then_refused(ConflictOfInterest)
    made.when(correct(visit(date(2025, 1, 1)), was)).then_refused(EffectiveBeforeStream)
    made.when(correct(now, None)).then_refused(WrongState)


@pytest.mark.covers("6-05")
def test_the_last_word_on_a_visit_is_believed_and_a_correction_may_be_corrected() -> None:
    was, wrong, right = visit(NEXT_DAY), in_vain(NEXT_DAY), visit(START)
    past = history(
        started(),
        visited(NEXT_DAY),
        corrected(was, wrong, SECOND),
        corrected(wrong, right, EventId(UUID(int=3))),
    )

    assert [each.event.visit for each in visits(past)] == [right]
    assert standing_visit(past, UUID(int=3)) == right
    with pytest.raises(UnknownVisit):
        standing_visit(past, UUID(int=1))


def test_a_visit_that_never_was_is_not_shown_and_not_corrected_again() -> None:
    past = history(started(), visited(NEXT_DAY), corrected(visit(NEXT_DAY), None, SECOND))

    assert visits(past) == []
    assert standing_visit(past, SECOND) is None


def test_how_long_the_child_is_meant_to_stay_is_said_while_it_lives_there() -> None:
    said = IntendLength(until_18=True, on=NEXT_DAY, by=WORKER)

    placement.given(started()).when(said).then(LengthIntended(**dict(said)))
    placement.given(proposed()).when(said).then_refused(WrongState)
