"""At 18: what a child is owed stops on the day, and nothing is opened for an adult."""

from datetime import date, datetime, timedelta

import pytest

from domain.case.clocks import clocks as of_case
from domain.case.events import CaseEvent
from domain.case.in_law import in_law
from domain.case.of_age import until_of_age
from domain.placement import PlacementEvent
from domain.placement.case_clocks import case_clocks
from domain.shared.clocks import Outcome, is_breached
from domain.shared.moments import begins, london_day
from tests.support.cases import became, case_opened
from tests.support.clocks import TERMS, log
from tests.support.placements import ended, history, started

BIRTHDAY = date(2026, 4, 15)
DAY = timedelta(days=1)
IN_CARE: list[CaseEvent] = [case_opened(born_on=date(2008, 4, 15)), became(date(2026, 1, 5))]
CHILD = log(*IN_CARE)


def placed(*events: PlacementEvent, on: date) -> dict[str, set[tuple[str, date | None]]]:
    """By code: how each clock stands that is asked of on a day, and when it was closed."""
    found = until_of_age(case_clocks(history(*events), TERMS, in_law(CHILD)), CHILD, begins(on))
    return {
        code: {
            (e.outcome.value, e.closed_at and london_day(e.closed_at))
            for e in found
            if e.code == code
        }
        for code in {each.code for each in found}
    }


@pytest.mark.covers("6-38", "R-224", "C-NOTIF-5WD", "C-TERM-10WD")
def test_nobody_is_told_where_an_adult_lives_nor_that_it_left() -> None:
    for day in (BIRTHDAY, BIRTHDAY + DAY):
        assert placed(started(day), on=day) == {}
        assert "C-TERM-10WD" not in placed(started(date(2026, 3, 2)), ended(day), on=day)
    eve = placed(started(date(2026, 3, 2)), ended(BIRTHDAY - DAY), on=BIRTHDAY + 30 * DAY)
    assert eve["C-TERM-10WD"] == {("running", None)}


@pytest.mark.covers("6-38", "R-224", "C-NOTIF-5WD")
def test_what_has_run_out_by_the_birthday_stops_on_it_and_what_is_due_later_is_not_owed() -> None:
    stops = {("stopped", BIRTHDAY)}

    late = placed(started(date(2026, 3, 2)), on=BIRTHDAY)
    overdue = {code for code, how in late.items() if how == stops}
    assert overdue == {"C-NOTIF-5WD", "C-PLAN-5WD", "C-VISIT-1W"}
    new = placed(started(BIRTHDAY - 2 * DAY), on=BIRTHDAY - 2 * DAY)
    assert new.keys().isdisjoint(overdue)
    in_time = placed(started(date(2026, 3, 2)), on=date(2026, 3, 3))
    assert in_time["C-VISIT-1W"] == {("running", None)}


@pytest.mark.covers("6-38", "R-224")
def test_leaving_later_leaves_it_stopped_on_the_birthday() -> None:
    gone = placed(started(date(2026, 3, 2)), ended(BIRTHDAY + 9 * DAY), on=BIRTHDAY + 10 * DAY)
    assert gone["C-VISIT-1W"] == {("stopped", BIRTHDAY)}


@pytest.mark.covers("6-38", "R-224", "C-SREV-20")
def test_a_review_that_was_overdue_stops_and_stays_a_breach() -> None:
    def review(now: datetime) -> tuple[Outcome, bool]:
        first = until_of_age(of_case(CHILD, TERMS), CHILD, now)[0]
        return first.outcome, is_breached(first, now)

    assert review(begins(date(2026, 1, 20))) == (Outcome.RUNNING, False)
    assert review(begins(BIRTHDAY)) == (Outcome.STOPPED, True)


def test_a_child_whose_age_nobody_knows_is_owed_everything() -> None:
    nobody: list[CaseEvent] = []
    found = of_case(CHILD, TERMS)
    assert until_of_age(found, log(*nobody), begins(BIRTHDAY)) == found
