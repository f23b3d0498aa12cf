"""A package review is recorded with who came, what the child said and how outcomes stand."""

from datetime import date

import pytest
from pydantic import ValidationError

from domain import placement
from domain.placement.errors import ReviewIncomplete
from domain.placement.events import PackageReviewHeld
from domain.placement.reviewing import Presence
from domain.shared.errors import BadContent, EffectiveBeforeStream, WrongState
from domain.shared.messages import Milestone
from tests.support.placements import (
    ABSENT,
    EVERYONE,
    agreement,
    agreement_terms,
    ended,
    outcome,
    proposed,
    rating,
    record_review,
    review_held,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
HELD = date(2026, 3, 13)


@pytest.mark.covers("4-220")
def test_a_review_is_recorded() -> None:
    case.given(started()).when(record_review(HELD)).then(review_held(HELD))
    assert PackageReviewHeld.milestone is Milestone.REVIEWED


@pytest.mark.covers("4-224", "R-20")
def test_a_party_that_stayed_away_is_recorded_with_the_reason() -> None:
    without_child = EVERYONE.model_copy(update={"young_person": ABSENT})

    case.given(started()).when(record_review(HELD, attendance=without_child)).then(
        review_held(HELD, without_child)
    )


@pytest.mark.covers("R-20")
@pytest.mark.parametrize(("attended", "reason"), [(False, None), (True, "declined")])
def test_an_absence_has_a_reason_and_a_presence_none(*, attended: bool, reason: str | None) -> None:
    with pytest.raises(ValidationError):
        Presence(attended=attended, absence_reason=reason)


@pytest.mark.covers("4-225", "R-33")
def test_what_the_record_lacks_is_named_at_once() -> None:
    terms = agreement_terms(outcomes=(outcome(),))
    state = placement.decider.replay([proposed(), *agreement(terms), started()])

    with pytest.raises(ReviewIncomplete) as refused:
        placement.decider.decide(
            state, record_review(HELD, participation=None, matrix_half_hours=None)
        )

    assert refused.value.details["missing"] == ["participation", "matrix_half_hours", "ratings"]


@pytest.mark.covers("4-225")
def test_agreed_outcomes_are_rated() -> None:
    terms = agreement_terms(outcomes=(outcome(),))
    state = placement.decider.replay([proposed(), *agreement(terms), started()])

    (held,) = placement.decider.decide(state, record_review(HELD, ratings=(rating(),)))

    assert isinstance(held, PackageReviewHeld)
    assert held.ratings == (rating(),)


@pytest.mark.covers("4-225", "R-220")
def test_each_outcome_that_was_agreed_is_rated_and_once() -> None:
    terms = agreement_terms(outcomes=(outcome(), outcome("cooks")))
    agreed = case.given(proposed(), *agreement(terms), started())
    state = placement.decider.replay(agreed.history)

    with pytest.raises(ReviewIncomplete) as refused:
        placement.decider.decide(state, record_review(HELD, ratings=(rating(),)))
    assert refused.value.details["missing"] == ["ratings.cooks"]

    twice = record_review(HELD, ratings=(rating(), rating(), rating("cooks")))
    agreed.when(twice).then_refused(BadContent)
    both = (rating(), rating("cooks"), rating("of_another_framework"))
    agreed.when(record_review(HELD, ratings=both)).then(
        review_held(HELD).model_copy(update={"ratings": both})
    )


def test_a_review_before_the_child_moved_in_is_not_of_this_placement() -> None:
    early = record_review(date(2026, 3, 1))

    case.given(started()).when(early).then_refused(EffectiveBeforeStream)
    case.given(proposed()).when(record_review(HELD)).then_refused(WrongState)


def test_a_review_may_be_written_down_after_the_child_has_left() -> None:
    left = case.given(started(), ended(HELD))

    left.when(record_review(HELD)).then(review_held(HELD))
    left.when(record_review(date(2026, 3, 14))).then_refused(WrongState)
