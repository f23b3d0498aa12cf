"""The record of a child as dated periods, however late and muddled it came in."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.case.chronology import CaseChronology, chronology
from domain.case.codes import CeasingReason
from domain.case.events import (
    AllocationEnded,
    CaseEvent,
    ChildAway,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
)
from domain.case.people import AllocationKind
from domain.case.presence import Absence
from domain.case.review import ReviewId
from domain.shared.vocabulary import EventId, LegalStatus, Subject
from tests.support.cases import (
    DERBY,
    MANAGER,
    MONDAY,
    WORKER,
    allocated,
    altering,
    became,
    began,
    case_opened,
    ceased,
    changed,
    corrected,
    identity,
    iro_assigned,
    matrix,
    missing,
    returned,
    reviewed,
)
from tests.support.clocks import log

APRIL = date(2026, 4, 1)
MAY = date(2026, 5, 1)
JUNE = date(2026, 6, 1)
SECOND, THIRD, FOURTH = (EventId(UUID(int=100 + place)) for place in (2, 3, 4))
REVIEW = ReviewId(UUID(int=7))


def read(*events: CaseEvent) -> CaseChronology:
    """The chronology of a case opened first; the event after the opening is `SECOND`."""
    return chronology(log(case_opened(), *events))


def test_a_case_says_whose_it_is_and_who_it_is_about() -> None:
    record = read()

    assert record.authority == DERBY
    assert record.identity == identity()
    assert record.legal_status_on(MONDAY) is None


def test_what_is_known_before_the_opening_is_nothing() -> None:
    record = chronology([])

    assert record.authority is None
    assert record.identity is None
    assert record.care == ()


@pytest.mark.covers("4-011", "6-41")
def test_legal_statuses_follow_one_another_within_one_period_of_care() -> None:
    record = read(became(MONDAY), changed(APRIL), ceased(MAY))

    assert [(p.since, p.until, p.legal_status) for p in record.legal_statuses] == [
        (MONDAY, APRIL, LegalStatus.ACCOMMODATED),
        (APRIL, MAY, LegalStatus.CARE_ORDER),
        (MAY, None, LegalStatus.NOT_LOOKED_AFTER),
    ]
    (care,) = record.care
    assert (care.since, care.until, care.source, care.ended_by) == (MONDAY, MAY, SECOND, FOURTH)
    assert care.legal_status is LegalStatus.ACCOMMODATED
    assert care.ceased_because is CeasingReason.HOME_TO_PARENTS_UNPLANNED


@pytest.mark.covers("R-15")
def test_the_legal_status_is_asked_of_a_day() -> None:
    record = read(became(MONDAY), changed(APRIL), ceased(MAY))

    assert record.legal_status_on(date(2026, 3, 31)) is LegalStatus.ACCOMMODATED
    assert record.legal_status_on(APRIL) is LegalStatus.CARE_ORDER
    assert record.looked_after_on(date(2026, 4, 30))
    assert not record.looked_after_on(MAY)
    assert not record.looked_after_on(date(2026, 3, 1))


@pytest.mark.covers("6-30")
def test_a_child_who_comes_back_into_care_has_another_period() -> None:
    record = read(became(MONDAY), ceased(APRIL), became(MAY))

    assert [(care.since, care.until) for care in record.care] == [(MONDAY, APRIL), (MAY, None)]


def test_what_is_told_late_takes_its_place() -> None:
    record = read(became(MONDAY), changed(MAY), changed(APRIL, LegalStatus.INTERIM_CARE_ORDER))

    assert [p.legal_status for p in record.legal_statuses] == [
        LegalStatus.ACCOMMODATED,
        LegalStatus.INTERIM_CARE_ORDER,
        LegalStatus.CARE_ORDER,
    ]


def test_overlapping_periods_of_care_are_closed_by_the_later() -> None:
    record = read(became(MONDAY), became(APRIL), ceased(MAY), ceased(JUNE))

    assert [(care.since, care.until) for care in record.care] == [(MONDAY, APRIL), (APRIL, MAY)]
    assert record.care[0].ceased_because is None
    assert record.legal_status_on(JUNE) is LegalStatus.NOT_LOOKED_AFTER


def test_a_status_that_contradicts_care_is_left_out() -> None:
    record = read(changed(APRIL), became(MAY))

    assert record.legal_status_on(APRIL) is None
    assert record.legal_status_on(MAY) is LegalStatus.ACCOMMODATED


def test_help_before_care_is_a_status_and_no_period_of_care() -> None:
    record = read(changed(MONDAY, LegalStatus.CHILD_IN_NEED), became(APRIL))

    assert record.legal_status_on(MONDAY) is LegalStatus.CHILD_IN_NEED
    assert not record.looked_after_on(MONDAY)


def test_a_correction_moves_what_it_corrects_and_says_so() -> None:
    record = read(became(MONDAY), changed(APRIL), corrected(altering(APRIL), altering(MAY), THIRD))

    first, second = record.legal_statuses
    assert (first.since, first.until, first.corrected_by) == (MONDAY, MAY, None)
    assert (second.since, second.source, second.corrected_by) == (MAY, THIRD, FOURTH)


def test_a_corrected_start_is_a_start_on_another_day_at_another_age() -> None:
    birthday_eve = date(2026, 5, 16)
    moved = corrected(began(), began(date(2026, 5, 17), LegalStatus.REMAND), SECOND)

    (care,) = read(became(MONDAY), moved).care

    assert care.since == date(2026, 5, 17)
    assert care.age_in_years == 14
    assert care.legal_status is LegalStatus.REMAND
    assert not read(became(MONDAY), moved).looked_after_on(birthday_eve)


@pytest.mark.covers("6-05")
def test_of_two_corrections_the_latest_is_believed() -> None:
    once = corrected(altering(APRIL), altering(MAY), THIRD)
    again = corrected(altering(MAY), altering(JUNE), FOURTH)

    record = read(became(MONDAY), changed(APRIL), once, again)

    assert [period.since for period in record.legal_statuses] == [MONDAY, JUNE]
    assert record.legal_statuses[1].corrected_by == UUID(int=105)


@pytest.mark.covers("R-27")
def test_an_allocation_closes_the_one_before_in_the_same_part() -> None:
    record = read(
        allocated(WORKER, MONDAY),
        allocated("team-2", MONDAY, AllocationKind.TEAM),
        allocated("next-worker", APRIL),
        iro_assigned(Subject("iro")),
    )

    assert [p.who for p in record.allocated_on(date(2026, 3, 31))] == [WORKER, "team-2", "iro"]
    assert [p.who for p in record.allocated_on(APRIL)] == ["next-worker", "team-2", "iro"]
    assert [p.until for p in record.allocations_as(AllocationKind.SOCIAL_WORKER)] == [APRIL, None]


@pytest.mark.covers("R-27")
def test_when_an_allocation_ends_nobody_has_the_part() -> None:
    ended = AllocationEnded(kind=AllocationKind.SOCIAL_WORKER, on=APRIL, ended_by=MANAGER)
    record = read(allocated(), ended)

    assert record.allocated_on(APRIL) == ()
    assert len(record.allocated_on(MONDAY)) == 1


@pytest.mark.covers("6-80")
def test_each_absence_shows_its_own_return() -> None:
    evening = datetime(2026, 3, 3, 22, 15, tzinfo=UTC)
    night = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)
    morning = datetime(2026, 3, 4, 7, 40, tzinfo=UTC)
    record = read(missing(evening), ChildAway(since=night), returned(morning), missing(APRIL))

    assert [(p.absence, p.since, p.until) for p in record.absences] == [
        (Absence.MISSING, evening, night),
        (Absence.AWAY, night, morning),
        (Absence.MISSING, APRIL, None),
    ]
    assert record.absent_on(MAY) is not None
    assert record.absent_on(date(2026, 3, 5)) is None


def test_the_matrix_of_a_day_is_the_last_before_it() -> None:
    record = read(matrix(20, APRIL), matrix(10, MONDAY))

    assert record.matrix_on(date(2026, 3, 1)) is None
    before, after = record.matrix_on(MONDAY), record.matrix_on(APRIL)
    assert before is not None
    assert after is not None
    assert (before.half_hours, after.half_hours) == (10, 20)


def test_reviews_show_when_they_were_planned_and_held() -> None:
    other = ReviewId(UUID(int=8))
    record = read(
        StatutoryReviewScheduled(review_id=REVIEW, on=APRIL),
        StatutoryReviewScheduled(review_id=REVIEW, on=MAY),
        StatutoryReviewScheduled(review_id=other, on=JUNE),
        StatutoryReviewHeld.model_validate(
            {**reviewed(date(2026, 5, 4)).model_dump(), "review_id": REVIEW}
        ),
        reviewed(APRIL),
    )

    assert [(r.review_id, r.planned_for, r.held_on) for r in record.reviews] == [
        (None, None, APRIL),
        (REVIEW, MAY, date(2026, 5, 4)),
        (other, JUNE, None),
    ]
