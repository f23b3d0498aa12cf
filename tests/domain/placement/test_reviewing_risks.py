"""The risks to a child are looked at again when its provider gives cause; nobody moves by it."""

from datetime import date, timedelta

import pytest

from domain.placement import Placement, PlacementCommand, decider
from domain.placement.clocks import clocks
from domain.placement.commands import AskForRiskReview, RecordRiskReview
from domain.placement.errors import DetailsMissing
from domain.placement.events import (
    PlacementEvent,
    PlacementNotStarted,
    RiskReviewAsked,
    RiskReviewHeld,
)
from domain.placement.risk import RiskCause, RiskOutcome
from domain.placement.state import Active
from domain.shared.calendar import Calendar
from domain.shared.clock_catalogue import C_RISKREV, FIRST_EDITION
from domain.shared.clocks import ClockTerms, Outcome
from domain.shared.errors import EffectiveBeforeStream, WrongState
from tests.support.placements import (
    BROKER,
    PLACEMENT,
    PROVIDER,
    SETTING,
    START,
    ended,
    history,
    proposed,
    started,
)
from tests.support.scenario import Case

placement: Case[PlacementCommand, Placement, PlacementEvent] = Case(decider)
CALLED_OFF = PlacementNotStarted(placement_id=PLACEMENT, setting_id=SETTING, reason="child_refused")
ASK = AskForRiskReview(provider_id=PROVIDER, cause=RiskCause.PROVIDER_SUSPENDED)
ASKED = RiskReviewAsked(**dict(ASK))


def review(on: date, findings: str = "Seen alone; wants to stay.") -> RecordRiskReview:
    return RecordRiskReview(on=on, outcome=RiskOutcome.STAYS, findings=findings, by=BROKER)


@pytest.mark.covers("6-48", "R-60")
def test_a_child_that_lives_there_or_is_about_to_has_its_risks_reviewed_once() -> None:
    for lives_or_will in (proposed(), started()):
        placement.given(lives_or_will).when(ASK).then(ASKED)
        placement.given(lives_or_will, ASKED).when(ASK).then()


@pytest.mark.covers("6-48", "R-60")
def test_the_placement_goes_on_as_it_was() -> None:
    assert isinstance(placement.decider.replay([started(), ASKED]), Active)


def test_a_child_that_has_left_or_never_came_has_none_to_review() -> None:
    placement.given(started(), ended()).when(ASK).then()
    placement.given(proposed(), CALLED_OFF).when(ASK).then()
    placement.given(proposed(), CALLED_OFF).when(review(START)).then_refused(WrongState)


def test_a_review_says_what_was_found_and_is_not_before_the_move() -> None:
    lives_there = placement.given(started(), ASKED)
    held = review(START + timedelta(days=2))

    lives_there.when(held).then(RiskReviewHeld(**dict(held)))
    lives_there.when(review(START, findings=" ")).then_refused(DetailsMissing)
    lives_there.when(review(START - timedelta(days=1))).then_refused(EffectiveBeforeStream)


def test_after_a_review_the_next_suspension_asks_for_another() -> None:
    held = RiskReviewHeld(**dict(review(START)))
    placement.given(started(), ASKED, held).when(ASK).then(ASKED)


@pytest.mark.covers("R-60", "C-RISKREV")
@pytest.mark.parametrize(
    ("after", "outcome"),
    [
        ((), Outcome.RUNNING),
        ((RiskReviewHeld(**dict(review(START))),), Outcome.MET),
        ((ended(),), Outcome.STOPPED),
    ],
)
def test_c_riskrev_runs_from_the_asking_until_the_review(
    after: tuple[PlacementEvent, ...], outcome: Outcome
) -> None:
    terms = ClockTerms(calendar=Calendar(edition="x", holidays=frozenset()), limits=FIRST_EDITION)
    found = clocks(history(started(), ASKED, *after), terms)
    (clock,) = [each for each in found if each.code == C_RISKREV]

    assert clock.outcome is outcome
