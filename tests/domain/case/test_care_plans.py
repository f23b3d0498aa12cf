"""The care plan: agreed to, or why not, and there ten working days after the first placement."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from domain.case import CaseEvent
from domain.case.commands import RecordCarePlan
from domain.case.documents import DocumentId
from domain.case.events import CarePlanPrepared
from domain.case.plan_clocks import plan_clocks
from domain.case.plans import PlanParty
from domain.placement.case_clocks import began
from domain.shared.child_in_law import PlacementBegan
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, NotFound
from domain.shared.moments import london_day
from tests.support.cases import BORN, WORKER, became, case, case_opened, ceased
from tests.support.clocks import ANCHOR, TERMS, log
from tests.support.placements import ended, history, started

FIRST_PLACED = date(2026, 12, 24)
CARE = date(2026, 12, 21)


def plan(on: date = CARE, *agreed: PlanParty, not_agreed: str | None = None) -> RecordCarePlan:
    return RecordCarePlan(on=on, agreed_with=agreed, not_agreed=not_agreed, by=WORKER)


def prepared(on: date = CARE) -> CarePlanPrepared:
    return CarePlanPrepared(
        on=on, agreed_with=(PlanParty.PARENT,), not_agreed=None, document_id=None, by=WORKER
    )


def lived(since: date, until: date | None = None) -> PlacementBegan:
    stay = began(history(started(since), *([ended(until)] if until else [])))
    assert stay is not None
    return stay


def due(*events: CaseEvent, lived_in: Sequence[PlacementBegan] = ()) -> list[tuple[date, str]]:
    found = plan_clocks(log(case_opened(), *events), TERMS, lived_in)
    return [(london_day(each.due.at), each.outcome.value) for each in found]


def test_a_care_plan_says_who_agreed_to_it_or_why_nobody_did() -> None:
    child = case.given(case_opened(), became(CARE))

    child.when(plan(CARE, PlanParty.PARENT)).then(prepared())
    child.when(plan(not_agreed="whereabouts_unknown")).then(
        prepared().model_copy(update={"agreed_with": (), "not_agreed": "whereabouts_unknown"})
    )
    child.when(plan()).then_refused(MissingInformation)
    child.when(plan(CARE, PlanParty.PARENT, not_agreed="refused")).then_refused(MissingInformation)
    child.when(plan(BORN - timedelta(days=1), PlanParty.PARENT)).then_refused(EffectiveBeforeStream)
    named = plan(CARE, PlanParty.PARENT).model_copy(update={"document_id": DocumentId(ANCHOR)})
    child.when(named).then_refused(NotFound)


@pytest.mark.covers("T8", "C-CAREPLAN-10")
def test_ten_working_days_from_the_start_of_the_first_placement() -> None:
    assert due(became(CARE), lived_in=[lived(FIRST_PLACED)]) == [(date(2027, 1, 12), "running")]


@pytest.mark.covers("C-CAREPLAN-10", "R-140")
def test_a_plan_prepared_ahead_of_the_placement_is_in_time_and_without_one_nothing_runs() -> None:
    assert due(became(CARE), prepared(), lived_in=[lived(FIRST_PLACED)])[0][1] == "met"
    assert due(became(CARE), prepared()) == []
    assert due(became(CARE)) == []


@pytest.mark.covers("6-29", "6-25", "C-CAREPLAN-10", "R-140")
def test_a_move_restarts_nothing_and_the_first_placement_counts_though_it_failed_at_once() -> None:
    failed = lived(FIRST_PLACED, FIRST_PLACED)
    moved = lived(FIRST_PLACED + timedelta(days=14))

    assert due(became(CARE), lived_in=[moved, failed]) == [(date(2027, 1, 12), "running")]


@pytest.mark.covers("6-30")
def test_back_in_care_another_plan_is_made_for_the_new_period() -> None:
    back: list[CaseEvent] = [
        became(CARE),
        prepared(),
        ceased(date(2027, 1, 4)),
        became(date(2027, 2, 1)),
    ]
    stays = [lived(FIRST_PLACED, date(2027, 1, 4)), lived(date(2027, 2, 1))]

    assert due(*back, lived_in=stays) == [
        (date(2027, 1, 12), "met"),
        (date(2027, 2, 15), "running"),
    ]


@pytest.mark.covers("R-140")
def test_a_child_who_lived_there_before_is_placed_there_from_the_day_it_came_into_care() -> None:
    assert due(became(CARE), lived_in=[lived(date(2026, 6, 1))]) == [(date(2027, 1, 7), "running")]


def test_leaving_care_stops_it() -> None:
    gone: list[CaseEvent] = [became(CARE), ceased(date(2027, 1, 4))]
    assert due(*gone, lived_in=[lived(FIRST_PLACED)]) == [(date(2027, 1, 12), "stopped")]


def test_where_it_lived_before_it_came_into_care_or_after_it_left_is_no_first_placement() -> None:
    earlier = lived(date(2026, 1, 5), date(2026, 2, 2))
    assert due(became(CARE), lived_in=[earlier, lived(FIRST_PLACED)])[0][0] == date(2027, 1, 12)

    gone: list[CaseEvent] = [became(CARE), ceased(FIRST_PLACED)]
    assert due(*gone, lived_in=[lived(date(2027, 2, 1))]) == []
