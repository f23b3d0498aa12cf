"""A start that was recorded for the wrong child is taken out, and named where it is recorded."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain import placement
from domain.placement.chronology import PlacementChronology, chronology
from domain.placement.clocks import clocks
from domain.placement.commands import NameRightStart, VoidStart
from domain.placement.errors import DetailsMissing
from domain.placement.events import PlacementStartVoided, RecordedAnew
from domain.placement.history import last_word_on_start
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.vocabulary import EventId, PlacementId
from tests.support.clocks import TERMS
from tests.support.placements import (
    BROKER,
    MANAGER,
    PLACEMENT,
    SETTING,
    START,
    ended,
    history,
    notice_served,
    proposed,
    record_end,
    record_start,
    review_held,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
ANEW = PlacementId(UUID(int=88))
FIRST = EventId(UUID(int=1))


def void(**more: Any) -> VoidStart:
    facts = {"reason": "It was her cousin.", "approved_by": MANAGER, **more}
    return VoidStart(corrects=FIRST, by=BROKER, **facts)


def voided() -> PlacementStartVoided:
    return PlacementStartVoided(
        placement_id=PLACEMENT,
        setting_id=SETTING,
        corrects=FIRST,
        was=START,
        reason="It was her cousin.",
        approved_by=MANAGER,
        by=BROKER,
    )


def name(at: date = START) -> NameRightStart:
    return NameRightStart(as_placement=ANEW, setting_id=SETTING, at=at, by=BROKER)


@pytest.mark.covers("6-03", "R-207")
def test_what_was_recorded_for_the_wrong_child_is_taken_out_whatever_came_since() -> None:
    for past in ([], [notice_served()], [ended()]):
        case.given(started(), *past).when(void()).then(voided())


def test_nobody_takes_it_out_alone_or_without_a_reason_or_before_it_began() -> None:
    case.given(started()).when(void(approved_by=BROKER)).then_refused(ConflictOfInterest)
    case.given(started()).when(void(reason=" ")).then_refused(DetailsMissing)
    case.given(proposed()).when(void()).then_refused(WrongState)


@pytest.mark.covers("6-03", "R-207")
def test_nothing_of_it_is_so_and_nothing_more_happens_to_it() -> None:
    past = history(started(), review_held(date(2026, 3, 9)), notice_served(), voided())

    assert chronology(past) == PlacementChronology()
    assert list(clocks(past, TERMS)) == []
    assert last_word_on_start(past) is None
    for command in (record_end(), record_start(), void()):
        case.given(started(), voided()).when(command).then_refused(WrongState)


@pytest.mark.covers("6-03", "R-207")
def test_it_names_once_where_it_is_recorded_for_the_right_child() -> None:
    anew = RecordedAnew(as_placement=ANEW, by=BROKER)

    case.given(started(), voided()).when(name()).then(anew)
    case.given(started(), voided()).when(name(date(2026, 3, 5))).then_refused(WrongState)
    case.given(started(), voided(), anew).when(name()).then_refused(WrongState)
    case.given(started()).when(name()).then_refused(WrongState)
