"""Where a young person goes at 18 is confirmed three times, and a lot that ends then has ended."""

from datetime import date

import pytest

from domain import placement
from domain.placement.commands import ConfirmMoveOn
from domain.placement.errors import DetailsMissing
from domain.placement.events import MoveOnConfirmed, PlacementEvent, Recategorised
from domain.placement.move_on_clocks import move_on_clocks
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clocks import Outcome
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import london_day
from tests.support.clocks import TERMS
from tests.support.placements import BROKER, CONTRACT, ended, history, started
from tests.support.scenario import Case

case = Case(placement.decider)
BEGAN, ADULT_FROM = date(2026, 3, 3), date(2026, 11, 20)
SIX, THREE, LAST = "2026-05-20", "2026-08-20", "2026-10-23"
RUNS, MET, STOPPED = Outcome.RUNNING, Outcome.MET, Outcome.STOPPED


def confirmed(on: date) -> MoveOnConfirmed:
    return MoveOnConfirmed(on=on, to="own_tenancy", plan="A flat from 20 November.", by=BROKER)


def due(
    *events: PlacementEvent, adult_from: date | None = ADULT_FROM, code: str = "C-AGE-18"
) -> list[tuple[str, Outcome]]:
    child = ChildInLaw(adult_from=adult_from)
    found = move_on_clocks(history(*events), TERMS, child)
    return [
        (london_day(each.due.at).isoformat(), each.outcome) for each in found if each.code == code
    ]


def test_where_a_young_person_goes_is_confirmed_while_it_lives_there() -> None:
    asked = ConfirmMoveOn(on=date(2026, 5, 4), to="own_tenancy", plan="A flat.", by=BROKER)
    there = case.given(started(BEGAN))

    told = MoveOnConfirmed(on=date(2026, 5, 4), to="own_tenancy", plan="A flat.", by=BROKER)
    there.when(asked).then(told)
    there.when(asked.model_copy(update={"plan": " "})).then_refused(DetailsMissing)
    early = asked.model_copy(update={"on": date(2026, 3, 2)})
    there.when(early).then_refused(EffectiveBeforeStream)
    left = case.given(started(BEGAN), ended(date(2026, 5, 1)))
    left.when(asked).then_refused(WrongState)


@pytest.mark.covers("C-AGE-18", "R-23", "R-199", "4-092")
def test_each_of_the_three_days_is_met_by_a_word_of_its_own() -> None:
    assert due(started(BEGAN)) == [(SIX, RUNS), (THREE, RUNS), (LAST, RUNS)]
    once = due(started(BEGAN), confirmed(date(2026, 5, 4)))
    assert once == [(SIX, MET), (THREE, RUNS), (LAST, RUNS)]
    late = due(started(BEGAN), confirmed(date(2026, 6, 1)))
    assert late == [(SIX, MET), (THREE, MET), (LAST, RUNS)], "late for one, in time for the next"
    thrice = (confirmed(date(2026, month, 1)) for month in (5, 7, 10))
    assert [each[1] for each in due(started(BEGAN), *thrice)] == [MET, MET, MET]
    gone = due(started(BEGAN), confirmed(date(2026, 5, 4)), ended(date(2026, 9, 1)))
    assert [each[1] for each in gone] == [MET, STOPPED, STOPPED]


@pytest.mark.covers("C-AGE-18")
def test_nobody_is_asked_for_what_was_due_before_they_came() -> None:
    assert due(started(date(2026, 6, 1))) == [(THREE, RUNS), (LAST, RUNS)]
    assert due(started(date(2026, 11, 1))) == []
    assert due(started(date(2026, 11, 20), age_in_years=18)) == []
    assert due(started(BEGAN, age_in_years=15)) == [], "a pathway plan says it (R-199)"
    assert due(started(BEGAN), adult_from=None) == [], "the date of birth was erased"


@pytest.mark.covers("C-AGE-18", "R-23")
def test_months_are_counted_back_to_the_same_day_or_the_last_of_the_month() -> None:
    born_on_the_last = due(started(BEGAN), adult_from=date(2026, 11, 30))

    assert [day for day, _ in born_on_the_last] == ["2026-05-30", "2026-08-30", "2026-11-02"]
    in_may = due(started(date(2025, 9, 1)), adult_from=date(2026, 5, 31))
    assert [day for day, _ in in_may] == ["2025-11-30", "2026-02-28", "2026-05-03"]


@pytest.mark.covers("R-02", "C-LOT-18", "6-38")
def test_a_lot_that_ends_at_18_is_to_be_left_the_day_before() -> None:
    lot = started(BEGAN, ends_before_age=18)

    assert due(lot, code="C-LOT-18") == [("2026-11-19", RUNS)]
    assert due(lot, ended(date(2026, 11, 19)), code="C-LOT-18") == [("2026-11-19", MET)]
    assert due(started(BEGAN), code="C-LOT-18") == []
    moved = Recategorised(
        contract_id=CONTRACT,
        contract_version=1,
        was="2.2",
        lot="1.1",
        on=date(2026, 11, 1),
        by=BROKER,
    )
    assert due(lot, moved, code="C-LOT-18") == [], "in a lot for young adults now"
    younger = started(BEGAN, age_in_years=15, ends_before_age=18)
    assert due(younger, code="C-LOT-18") == [("2026-11-19", RUNS)]
