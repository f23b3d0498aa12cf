"""The needs matrix, and statutory reviews planned and held."""

from datetime import date
from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.case.codes import Participation
from domain.case.commands import (
    RecordMatrix,
    RecordStatutoryReviewHeld,
    ScheduleStatutoryReview,
)
from domain.case.errors import MatrixOutOfRange, UnknownReview
from domain.case.events import (
    MatrixAssessed,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
)
from domain.case.review import ReviewId
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, WrongState
from domain.shared.messages import Milestone
from tests.support.cases import (
    MANAGER,
    MONDAY,
    REVIEWER,
    WORKER,
    became,
    case,
    case_opened,
    ceased,
    matrix,
    record_matrix,
)

REVIEW = ReviewId(UUID(int=7))
DUE = date(2026, 3, 30)
scheduled = StatutoryReviewScheduled(review_id=REVIEW, on=DUE)


def held(
    review_id: ReviewId | None = REVIEW,
    participation: Participation | None = Participation.SPOKE,
    on: date = DUE,
) -> RecordStatutoryReviewHeld:
    return RecordStatutoryReviewHeld(
        review_id=review_id,
        on=on,
        participation=participation,
        chaired_by=REVIEWER,
        views="I like it here.",
    )


def was_held(
    review_id: ReviewId | None = REVIEW, participation: Participation = Participation.SPOKE
) -> StatutoryReviewHeld:
    return StatutoryReviewHeld(
        review_id=review_id,
        on=DUE,
        participation=participation,
        chaired_by=REVIEWER,
        views="I like it here.",
        age_in_years=13,
    )


@pytest.mark.covers("4-083", "R-12")
@pytest.mark.parametrize("half_hours", [0, 1, 50])
def test_the_matrix_gives_up_to_25_hours_in_halves(half_hours: int) -> None:
    case.given(case_opened()).when(record_matrix(half_hours)).then(matrix(half_hours))


@pytest.mark.covers("6-76")
def test_more_than_25_hours_need_an_approved_exception() -> None:
    bespoke = MatrixAssessed(
        half_hours=54, bespoke_24_7_approved_by=MANAGER, on=MONDAY, assessed_by=WORKER
    )

    case.given(case_opened()).when(record_matrix(51)).then_refused(MatrixOutOfRange)
    case.given(case_opened()).when(record_matrix(54)).then_refused(MatrixOutOfRange)
    case.given(case_opened()).when(record_matrix(54, approved_by=MANAGER)).then(bespoke)


@pytest.mark.parametrize("half_hours", [-1, 0.5])
def test_hours_below_nothing_or_quarters_have_no_shape(half_hours: float) -> None:
    with pytest.raises(ValidationError):
        RecordMatrix.model_validate({"half_hours": half_hours, "on": MONDAY, "by": WORKER})


def test_a_matrix_is_not_dated_before_birth() -> None:
    early = RecordMatrix(half_hours=2, on=date(2010, 1, 1), by=WORKER)

    case.given(case_opened()).when(early).then_refused(EffectiveBeforeStream)


def test_a_review_is_planned_and_planned_again() -> None:
    plan = ScheduleStatutoryReview(review_id=REVIEW, on=DUE)

    case.given(case_opened(), became(MONDAY)).when(plan).then(scheduled)
    case.given(case_opened(), became(MONDAY), scheduled).when(plan).then(scheduled)


def test_a_review_is_planned_only_while_the_child_is_looked_after() -> None:
    plan = ScheduleStatutoryReview(review_id=REVIEW, on=DUE)

    case.given(case_opened()).when(plan).then_refused(WrongState)
    case.given(case_opened(), became(MONDAY), ceased(DUE)).when(plan).then_refused(WrongState)


def test_a_review_that_was_held_is_not_planned_again() -> None:
    plan = ScheduleStatutoryReview(review_id=REVIEW, on=DUE)

    case.given(case_opened(), became(MONDAY), scheduled, was_held()).when(plan).then_refused(
        WrongState
    )


def test_a_review_is_held_as_planned() -> None:
    case.given(case_opened(), became(MONDAY), scheduled).when(held()).then(was_held())
    assert was_held().milestone is Milestone.REVIEWED


def test_a_review_that_nobody_planned_is_held_all_the_same() -> None:
    case.given(case_opened(), became(MONDAY)).when(held(None)).then(was_held(None))


def test_a_review_says_how_the_child_took_part() -> None:
    case.given(case_opened(), became(MONDAY)).when(held(None, None)).then_refused(
        MissingInformation
    )


def test_a_teenager_said_to_be_under_4_is_recorded_with_their_age() -> None:
    # The return queries it (rule 441); what was recorded is not refused.
    case.given(case_opened(), became(MONDAY)).when(held(None, Participation.UNDER_4)).then(
        was_held(None, Participation.UNDER_4)
    )


def test_an_unknown_review_is_not_found() -> None:
    case.given(case_opened(), became(MONDAY)).when(held()).then_refused(UnknownReview)


def test_a_review_is_held_once() -> None:
    case.given(case_opened(), became(MONDAY), scheduled, was_held()).when(held()).then_refused(
        WrongState
    )


def test_no_review_is_dated_before_birth() -> None:
    case.given(case_opened()).when(held(None, on=date(2012, 5, 16))).then_refused(
        EffectiveBeforeStream
    )
