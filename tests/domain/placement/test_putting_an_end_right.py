"""An end that was recorded wrongly is corrected; one that never was is voided, and all runs on."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from domain import placement
from domain.placement.chronology import chronology
from domain.placement.clocks import clocks
from domain.placement.commands import CorrectEnd, EndImmediately, VoidEnd
from domain.placement.endings import ImmediateGround, Instigator, NoticeOutcome, PlannedBasis
from domain.placement.errors import DetailsMissing, OverlappingPlacement
from domain.placement.events import (
    EndCorrected,
    PlacementEnded,
    PlacementEndVoided,
    PlacementEvent,
)
from domain.placement.history import end_of, made_at_once
from domain.placement.state import Active, Ended, UnderNotice
from domain.shared.clocks import Outcome
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.vocabulary import EventId, PlacementId
from tests.support.clocks import TERMS
from tests.support.placements import (
    BROKER,
    MANAGER,
    ended,
    history,
    notice_served,
    provider_notice,
    record_end,
    record_start,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
LEFT, REALLY = date(2026, 4, 10), date(2026, 4, 13)
ELSEWHERE = PlacementId(UUID(int=77))


def correct(at: date = REALLY, **more: Any) -> CorrectEnd:
    facts = {"approved_by": MANAGER, "reason": "Typed the 10th for the 13th.", **more}
    now = record_end(at, **facts.pop("now", {}))
    return CorrectEnd(corrects=EventId(UUID(int=2)), now=now, by=BROKER, **facts)


def void(**more: Any) -> VoidEnd:
    facts = {"approved_by": BROKER, "reason": "Typed for another child.", **more}
    return VoidEnd(corrects=EventId(UUID(int=2)), by=MANAGER, **facts)


def corrected(*past: placement.PlacementEvent, **more: Any) -> EndCorrected:
    (word,) = placement.decider.decide(placement.decider.replay(past), correct(**more))
    assert isinstance(word, EndCorrected)
    return word


def voided(was: PlacementEnded) -> PlacementEndVoided:
    return PlacementEndVoided(
        corrects=EventId(UUID(int=2)),
        was=was.said,
        reason="Typed for another child.",
        approved_by=BROKER,
        by=MANAGER,
    )


@pytest.mark.covers("R-205")
def test_an_end_is_corrected_with_what_was_said_and_what_is_believed_now() -> None:
    word = corrected(started(), ended(LEFT), now={"instigator": Instigator.PROVIDER})

    assert (word.was.at, word.now.at) == (LEFT, REALLY)
    assert (word.was.instigator, word.now.instigator) == (Instigator.CHILD, Instigator.PROVIDER)


@pytest.mark.covers("R-205", "6-17")
def test_what_it_counts_as_is_judged_anew_by_every_notice() -> None:
    served = notice_served(date(2026, 3, 12), earliest_end=date(2026, 4, 11))
    early = ended(LEFT, notice_outcome=NoticeOutcome.EARLY)

    word = corrected(started(), served, early)

    assert word.now.notice_outcome is NoticeOutcome.LATE
    assert word.now.planned_basis is PlannedBasis.NO_EVIDENCE


@pytest.mark.covers("R-205", "6-23")
def test_a_correction_breaks_what_the_end_really_broke_and_is_never_refused_for_it() -> None:
    by_council = {"instigator": Instigator.COUNCIL, "looked_after": True}
    word = corrected(started(), ended(LEFT), now=by_council, other_placements=(ELSEWHERE,))

    codes = [each.code for each in word.breaches]
    assert codes == ["REVIEW_REQUIRED", "OVERLAPPING_PLACEMENT"]


def test_an_end_at_risk_that_is_corrected_waits_for_the_officer_still() -> None:
    at_risk = {"instigator": Instigator.COUNCIL, "immediate_risk": True}
    word = corrected(started(), ended(LEFT), now=at_risk)
    state = placement.decider.replay([started(), ended(LEFT), word])

    assert isinstance(state, Ended)
    assert (state.ended_at, state.to_be_owned) == (REALLY, True)


@pytest.mark.covers("6-05", "R-205")
def test_a_correction_is_corrected_and_the_last_word_holds() -> None:
    first = corrected(started(), ended(LEFT))
    again = corrected(started(), ended(LEFT), first, at=date(2026, 4, 12))
    past = history(started(), ended(LEFT), first, again)

    end = end_of(past)

    assert end is not None
    assert (end.event_id, end.effective_at) == (UUID(int=2), date(2026, 4, 12))
    assert chronology(past).stays[0].until == date(2026, 4, 12)


def test_nobody_puts_an_end_right_alone_or_without_a_reason_or_without_a_change() -> None:
    left = case.given(started(), ended(LEFT))

    left.when(correct(approved_by=BROKER)).then_refused(ConflictOfInterest)
    left.when(void(approved_by=MANAGER)).then_refused(ConflictOfInterest)
    left.when(correct(reason=" ")).then_refused(DetailsMissing)
    left.when(void(reason="")).then_refused(DetailsMissing)
    left.when(correct(at=LEFT)).then_refused(WrongState)
    left.when(correct(at=date(2026, 3, 1))).then_refused(EffectiveBeforeStream)


def test_only_what_has_ended_is_put_right() -> None:
    case.given(started()).when(correct()).then_refused(WrongState)
    case.given(started()).when(void()).then_refused(WrongState)


@pytest.mark.covers("R-205")
def test_an_end_that_never_was_is_voided_and_the_child_lives_there() -> None:
    end = ended(LEFT)

    case.given(started(), end).when(void()).then(voided(end))
    assert isinstance(placement.decider.replay([started(), end, voided(end)]), Active)
    case.given(started(), end, voided(end)).when(record_end(REALLY)).then(ended(REALLY))
    case.given(started(), end, voided(end)).when(void()).then_refused(WrongState)
    case.given(started(), end, voided(end)).when(record_start()).then_refused(WrongState)


def test_it_is_not_voided_while_the_child_is_on_record_as_living_elsewhere_since() -> None:
    left = case.given(started(), ended(LEFT))

    left.when(void(other_placements=(ELSEWHERE,))).then_refused(OverlappingPlacement)


@pytest.mark.covers("R-205", "6-20")
def test_notice_that_ran_then_runs_again_and_so_does_what_came_after_the_end() -> None:
    end = ended(LEFT)
    past: list[PlacementEvent] = [
        *(started(), notice_served(), end, provider_notice(), voided(end))
    ]
    state = placement.decider.replay(past)

    assert isinstance(state, UnderNotice)
    assert [each.number for each in state.notices] == [1, 2]


@pytest.mark.covers("R-205", "C-PKG-2W", "C-NOT-30", "C-DISRUPT")
def test_clocks_go_on_from_their_original_anchors() -> None:
    end = ended(date(2026, 3, 5))
    lived_there = history(started(), notice_served(date(2026, 3, 4)))
    left = history(started(), notice_served(date(2026, 3, 4)), end)
    never_left = history(started(), notice_served(date(2026, 3, 4)), end, voided(end))

    assert clocks(never_left, TERMS) == clocks(lived_there, TERMS)
    assert {each.outcome for each in clocks(left, TERMS)} == {
        Outcome.STOPPED,
        Outcome.MET,
        Outcome.RUNNING,
    }


@pytest.mark.covers("R-205")
def test_the_next_end_is_one_of_its_own_and_none_of_the_first_stays() -> None:
    at = datetime(2026, 4, 10, 22, tzinfo=UTC)
    at_once = EndImmediately(
        at=at,
        ground=ImmediateGround.HARM_TO_CHILD,
        reason="A member of staff was arrested.",
        national_reason=None,
        destination=None,
        accommodation=None,
        iro_informed=True,
        looked_after=True,
        home_shut=False,
        by=MANAGER,
    )
    terminated, end = placement.decider.decide(placement.decider.replay([started()]), at_once)
    assert isinstance(end, PlacementEnded)
    past = history(started(), terminated, end, voided(end), ended(date(2026, 6, 1)))

    last = end_of(past)

    assert last is not None
    assert last.event_id == UUID(int=5)
    assert made_at_once(past) is None
    assert chronology(past).stays[0].ended_by == UUID(int=5)
