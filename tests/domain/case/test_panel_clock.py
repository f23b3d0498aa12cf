"""C-PANEL-MONTH: each child in residential care is looked at every month."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.case import CaseEvent
from domain.case.events import ResidentialPanelDecided
from domain.case.panel_clocks import panel_clocks
from domain.case.panels import NotePanelDecision
from domain.shared.child_in_law import PlacementBegan
from domain.shared.envelope import Channel
from domain.shared.moments import begins, london_day
from domain.shared.panels import PanelOutcome, StepDown
from domain.shared.vocabulary import AgendaItemId, PanelId, Provision
from tests.domain.case.test_care_plans import lived
from tests.support.cases import MANAGER, case, case_opened
from tests.support.clocks import TERMS, log

CAME, LEFT = date(2026, 3, 9), date(2026, 6, 1)


def home(
    since: date = CAME, until: date | None = None, kind: Provision = Provision.CHILDRENS_HOME
) -> PlacementBegan:
    return replace(lived(since, until), provision=kind)


def decided(on: date) -> ResidentialPanelDecided:
    return ResidentialPanelDecided(
        panel_id=PanelId(UUID(int=4)),
        item_id=AgendaItemId(UUID(int=5)),
        on=on,
        outcome=PanelOutcome.AGREE,
        step_down=StepDown.NOT_NOW,
        by=MANAGER,
    )


def due(*events: CaseEvent, lived_in: Sequence[PlacementBegan]) -> list[tuple[date, str]]:
    found = panel_clocks(log(case_opened(), *events), TERMS, lived_in)
    return [(london_day(each.due.at), each.outcome.value) for each in found]


def test_what_the_panel_decided_is_kept_with_the_child() -> None:
    note = NotePanelDecision(**dict(decided(CAME)))
    case.given(case_opened()).when(note).then(decided(CAME))


@pytest.mark.covers("C-PANEL-MONTH", "R-221")
def test_a_month_from_coming_there_and_from_each_decision() -> None:
    assert due(lived_in=[home()]) == [(date(2026, 4, 9), "running")]
    assert due(decided(date(2026, 4, 1)), decided(date(2026, 4, 29)), lived_in=[home()]) == [
        (date(2026, 4, 9), "met"),
        (date(2026, 5, 1), "met"),
        (date(2026, 5, 29), "running"),
    ]


@pytest.mark.covers("C-PANEL-MONTH", "R-221")
def test_a_move_between_such_homes_starts_nothing_anew_and_leaving_them_ends_it() -> None:
    moved = [home(until=date(2026, 3, 30)), home(date(2026, 3, 30), LEFT)]
    assert due(lived_in=moved) == [(date(2026, 4, 9), "running")]
    assert due(lived_in=[home(until=date(2026, 4, 1))]) == []
    assert due(decided(date(2026, 5, 20)), lived_in=moved) == [(date(2026, 4, 9), "met")]
    back = [home(until=date(2026, 4, 1)), home(date(2026, 5, 1))]
    assert due(lived_in=back) == [(date(2026, 6, 1), "running")]


@pytest.mark.covers("R-221")
def test_nobody_else_is_put_to_it_and_who_was_brought_in_has_a_month_from_then() -> None:
    assert due(lived_in=[home(kind=Provision.FOSTERING)]) == []
    told = begins(date(2026, 7, 1))
    before = home()
    fact = replace(before.fact, channel=Channel.IMPORT, recorded_at=told)
    assert due(lived_in=[replace(before, fact=fact)]) == [(date(2026, 8, 1), "running")]
