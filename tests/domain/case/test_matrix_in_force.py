"""A matrix speaks for the child for three months, or until the next review."""

from datetime import date

import pytest

from domain.case.chronology import CaseChronology
from domain.case.chronology.periods import MatrixPeriod, StatutoryReview
from domain.case.codes import Participation
from domain.case.matrix import matrix_in_force
from domain.shared.clock_catalogue import FIRST_EDITION, MATRIX_VALIDITY
from domain.shared.vocabulary import EventId
from tests.support.clocks import ANCHOR, CALENDAR

ASSESSED = date(2026, 3, 2)
LIMIT = FIRST_EDITION[MATRIX_VALIDITY]


def child(*reviewed: date) -> CaseChronology:
    matrix = MatrixPeriod(since=ASSESSED, source=EventId(ANCHOR), half_hours=20)
    reviews = tuple(
        StatutoryReview(source=EventId(ANCHOR), held_on=on, participation=Participation.SPOKE)
        for on in reviewed
    )
    return CaseChronology(
        authority=None,
        identity=None,
        care=(),
        legal_statuses=(),
        allocations=(),
        absences=(),
        matrices=(matrix,),
        reviews=reviews,
        connections=(),
    )


@pytest.mark.covers("R-52")
def test_it_holds_to_the_end_of_its_last_day() -> None:
    def held(on: date) -> bool:
        return matrix_in_force(child(), on, LIMIT, CALENDAR) is not None

    assert not held(date(2026, 3, 1))
    assert held(date(2026, 6, 2))
    assert not held(date(2026, 6, 3))


@pytest.mark.covers("R-52")
def test_a_review_held_since_ends_it_and_one_held_on_its_day_does_not() -> None:
    day = date(2026, 4, 1)

    assert matrix_in_force(child(ASSESSED), day, LIMIT, CALENDAR) is not None
    assert matrix_in_force(child(day), day, LIMIT, CALENDAR) is None
    assert matrix_in_force(child(date(2026, 4, 2)), day, LIMIT, CALENDAR) is not None


def test_without_a_limit_it_holds_until_the_next() -> None:
    assert matrix_in_force(child(), date(2030, 1, 1), None, CALENDAR) is not None
