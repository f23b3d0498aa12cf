"""An end is a fact: planned or not by the evidence, early or late against notice."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain import placement
from domain.placement.commands import EndImmediately
from domain.placement.endings import (
    ImmediateGround,
    Instigator,
    NoticeOutcome,
    PlanEvidence,
    PlannedBasis,
    PlannedOverride,
    PlanSource,
    StatutoryReview,
)
from domain.placement.errors import EndIncomplete
from domain.placement.events import ImmediateTermination, PlacementEnded
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.messages import Milestone
from tests.support.placements import (
    MANAGER,
    arrangement,
    ended,
    notice_served,
    proposed,
    provider_notice,
    record_end,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
SERVED, EXPIRES = date(2026, 4, 1), date(2026, 5, 1)


def end_after(*history: placement.PlacementEvent, **more: Any) -> PlacementEnded:
    state = placement.decider.replay(history)
    (end,) = placement.decider.decide(state, record_end(**more))
    assert isinstance(end, PlacementEnded)
    return end


def planned(on: date, source: PlanSource = PlanSource.REVIEW) -> PlanEvidence:
    return PlanEvidence(source=source, on=on)


def test_an_end_without_evidence_is_unplanned() -> None:
    case.given(started()).when(record_end()).then(ended())
    assert PlacementEnded.milestone is Milestone.ENDED


@pytest.mark.parametrize(
    ("left", "basis"),
    [
        (date(2026, 6, 1), PlannedBasis.EXPECTED_END_REACHED),
        (date(2026, 6, 2), PlannedBasis.EXPECTED_END_REACHED),
        (date(2026, 5, 31), PlannedBasis.NO_EVIDENCE),
    ],
)
def test_reaching_the_expected_end_is_planned(left: date, basis: PlannedBasis) -> None:
    expected = started(where=arrangement(planned_end=date(2026, 6, 1)))

    assert end_after(expected, at=left).planned_basis is basis


@pytest.mark.parametrize(
    ("source", "basis"),
    [
        (PlanSource.REVIEW, PlannedBasis.AGREED_AT_REVIEW),
        (PlanSource.CARE_PLAN, PlannedBasis.IN_PLAN),
        (PlanSource.PATHWAY_PLAN, PlannedBasis.IN_PLAN),
    ],
)
def test_an_end_in_the_plan_or_agreed_at_a_review_is_planned(
    source: PlanSource, basis: PlannedBasis
) -> None:
    end = end_after(started(), plan=planned(date(2026, 5, 1), source))

    assert (end.planned, end.planned_basis) == (True, basis)


@pytest.mark.covers("6-26")
def test_what_was_agreed_only_after_notice_was_served_does_not_make_it_planned() -> None:
    before_notice, the_same_day = planned(date(2026, 3, 31)), planned(SERVED)

    assert end_after(started(), notice_served(), plan=before_notice).planned
    assert not end_after(started(), notice_served(), plan=the_same_day).planned


def test_a_plan_made_after_the_child_left_is_no_evidence() -> None:
    assert not end_after(started(), plan=planned(date(2026, 6, 2))).planned


def test_notice_given_after_the_child_left_takes_no_evidence_away() -> None:
    written_late = end_after(
        started(), notice_served(), at=date(2026, 3, 31), plan=planned(date(2026, 3, 31))
    )

    assert written_late.planned
    assert written_late.notice_outcome is None


@pytest.mark.covers("6-26")
def test_a_person_may_judge_otherwise_and_says_why() -> None:
    override = PlannedOverride(planned=True, reason="Agreed by telephone with the IRO")

    case.given(started()).when(record_end(override=override)).then(
        ended(
            basis=PlannedBasis.OVERRIDDEN,
            planned=True,
            override_reason="Agreed by telephone with the IRO",
        )
    )


@pytest.mark.covers("6-17", "6-18")
@pytest.mark.parametrize(
    ("left", "outcome"),
    [
        (date(2026, 4, 13), NoticeOutcome.EARLY),
        (date(2026, 4, 30), NoticeOutcome.EARLY),
        (EXPIRES, NoticeOutcome.ON_TIME),
        (datetime(2026, 5, 1, 22, 59, tzinfo=UTC), NoticeOutcome.ON_TIME),
        (datetime(2026, 5, 1, 23, 1, tzinfo=UTC), NoticeOutcome.LATE),
        (date(2026, 5, 2), NoticeOutcome.LATE),
    ],
)
def test_leaving_is_early_on_time_or_late(left: date | datetime, outcome: NoticeOutcome) -> None:
    end = end_after(started(), notice_served(), at=left)

    assert (end.at, end.notice_outcome) == (left, outcome)


@pytest.mark.covers("R-16")
def test_the_providers_own_end_counts_while_the_contract_has_no_rule() -> None:
    named = provider_notice(end_named=date(2026, 4, 2))
    unnamed = provider_notice(end_named=None)

    assert end_after(started(), named, at=date(2026, 4, 2)).notice_outcome is NoticeOutcome.ON_TIME
    assert end_after(started(), unnamed, at=date(2026, 4, 2)).notice_outcome is None


def test_of_two_notices_the_one_that_runs_out_first_counts() -> None:
    end = end_after(started(), provider_notice(), notice_served(), at=date(2026, 4, 20))

    assert end.notice_outcome is NoticeOutcome.LATE


@pytest.mark.covers("6-23", "R-48")
def test_a_council_that_ended_it_without_a_review_has_broken_the_law() -> None:
    scheduled = StatutoryReview(on=date(2026, 5, 1), held=False)
    council = {"instigator": Instigator.COUNCIL, "looked_after": True}

    for facts in (council, {**council, "statutory_review": scheduled}):
        codes = [breach.code for breach in end_after(started(), **facts).breaches]
        assert codes == ["REVIEW_REQUIRED"]


@pytest.mark.covers("6-23", "6-24")
@pytest.mark.parametrize(
    "facts",
    [
        {"statutory_review": StatutoryReview(on=date(2026, 5, 1), held=True)},
        {"immediate_risk": True, "by_officer": True},
        {"looked_after": False},
        {"instigator": Instigator.PROVIDER},
    ],
)
def test_a_review_held_immediate_risk_or_anothers_initiative_breaks_nothing(
    facts: dict[str, Any],
) -> None:
    council = {"instigator": Instigator.COUNCIL, "looked_after": True}

    assert end_after(started(), **{**council, **facts}).breaches == ()


def at_once(**said: Any) -> EndImmediately:
    facts = {
        "at": date(2026, 5, 1),
        "ground": ImmediateGround.HARM_TO_CHILD,
        "reason": "A member of staff was arrested.",
        "national_reason": "ALLEG",
        "destination": None,
        "accommodation": None,
        "iro_informed": False,
        "looked_after": True,
        "home_shut": False,
        "by": MANAGER,
    }
    return EndImmediately(**facts | said)


@pytest.mark.covers("6-24")
def test_a_placement_is_ended_at_once_without_notice_and_without_a_review() -> None:
    state = placement.decider.replay([started()])

    terminated, end = placement.decider.decide(state, at_once())

    assert isinstance(terminated, ImmediateTermination)
    assert (terminated.iro_informed, terminated.by) == (False, MANAGER)
    assert isinstance(end, PlacementEnded)
    assert (end.reason, end.instigator, end.breaches) == ("harm_to_child", Instigator.COUNCIL, ())
    case.given(started(), terminated, end).when(at_once()).then_refused(WrongState)


@pytest.mark.covers("6-24", "R-150")
def test_a_child_moved_at_risk_by_anybody_else_waits_for_an_officer_to_own_to_it() -> None:
    tonight = date(2026, 5, 1)
    council = {"instigator": Instigator.COUNCIL, "looked_after": True, "immediate_risk": True}
    end = end_after(started(), at=tonight, **council)

    assert end.immediate_risk is True
    assert [each.code for each in end.breaches] == ["END_NOT_OWNED"]
    moved = case.given(started(), end)
    (owned,) = placement.decider.decide(placement.decider.replay([started(), end]), at_once())
    assert isinstance(owned, ImmediateTermination)
    moved.when(at_once(at=date(2026, 5, 2))).then_refused(WrongState)
    moved.when(at_once(reason="")).then_refused(EndIncomplete)
    case.given(started(), end, owned).when(at_once()).then_refused(WrongState)
    case.given(started(), ended(tonight)).when(at_once()).then_refused(WrongState)


@pytest.mark.covers("6-24", "R-150")
def test_what_is_so_urgent_is_written_down_and_a_closed_home_is_closed_by_its_register() -> None:
    lives_there = case.given(started())
    closed = at_once(ground=ImmediateGround.SETTING_CLOSED)
    shut = closed.model_copy(update={"home_shut": True})

    lives_there.when(at_once(reason=" ")).then_refused(EndIncomplete)
    lives_there.when(at_once(at=date(2026, 1, 1))).then_refused(EffectiveBeforeStream)
    lives_there.when(closed).then_refused(WrongState)
    assert placement.decider.decide(placement.decider.replay([started()]), shut)


@pytest.mark.covers("6-25")
def test_a_placement_may_fail_after_three_hours() -> None:
    began, failed = (datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in (18, 21))

    case.given(started(began)).when(record_end(failed)).then(ended(failed))
    case.given(started(failed)).when(record_end(began)).then_refused(EffectiveBeforeStream)


def test_a_placement_ends_once_and_only_if_it_began() -> None:
    case.given(started(), ended()).when(record_end()).then_refused(WrongState)
    case.given(proposed()).when(record_end()).then_refused(WrongState)
