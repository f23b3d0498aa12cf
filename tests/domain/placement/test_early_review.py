"""A review before the council ends a placement: by the day on which its notice runs out."""

from collections.abc import Sequence
from datetime import date

import pytest

from domain.placement import PlacementEvent
from domain.placement.early_review import early_reviews
from domain.shared.child_in_law import ChildInLaw
from domain.shared.moments import london_day
from domain.shared.vocabulary import LegalStatus
from tests.support.cases import reviewed
from tests.support.clocks import TERMS
from tests.support.placements import ended, history, notice_served, provider_notice, started
from tests.support.visits import child

START, SERVED, RUNS_OUT = date(2026, 2, 25), date(2026, 4, 1), date(2026, 5, 1)
NOTICE = notice_served(SERVED)


def owed(*events: PlacementEvent, of: ChildInLaw) -> Sequence[tuple[date, str]]:
    found = early_reviews(history(started(START), *events), TERMS, of)
    return [(london_day(each.due.at), each.outcome.value) for each in found]


@pytest.mark.covers("C-SREV-EARLY", "R-248")
def test_notice_of_the_council_is_followed_by_a_review_before_it_runs_out() -> None:
    assert owed(NOTICE, of=child()) == [(RUNS_OUT, "running")]
    assert owed(NOTICE, of=child(reviewed(date(2026, 4, 20)))) == [(RUNS_OUT, "met")]


@pytest.mark.covers("6-23", "R-248")
def test_any_review_since_the_child_came_here_answers_it_and_none_from_before() -> None:
    assert owed(NOTICE, of=child(reviewed(date(2026, 3, 2)))) == [(RUNS_OUT, "met")]
    assert owed(NOTICE, of=child(reviewed(date(2026, 2, 2)))) == [(RUNS_OUT, "running")]


@pytest.mark.covers("R-248")
def test_the_end_stops_it_and_a_review_after_the_end_answers_nothing() -> None:
    gone = ended(date(2026, 4, 28))

    assert owed(NOTICE, gone, of=child()) == [(RUNS_OUT, "stopped")]
    assert owed(NOTICE, gone, of=child(reviewed(date(2026, 4, 30)))) == [(RUNS_OUT, "stopped")]


@pytest.mark.covers("R-248")
def test_nobody_else_owes_it() -> None:
    in_need = child(legal_status=LegalStatus.CHILD_IN_NEED)

    assert owed(NOTICE, of=in_need) == []
    assert owed(provider_notice(), of=child()) == []
