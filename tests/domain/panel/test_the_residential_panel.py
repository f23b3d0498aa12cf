"""Children in residential care are put to the residential panel, which looks at a step down."""

from uuid import UUID

import pytest

from domain.panel import commands as ask
from domain.panel import events as came
from domain.panel.agenda import Outcome, PanelKind
from domain.panel.errors import PanelIncomplete
from domain.shared.errors import WrongState
from domain.shared.panels import StepDown
from domain.shared.vocabulary import AgendaItemId, CaseId, PlacementId
from tests.domain.panel.test_a_panel_meets import BROKER, CALLED, ITEM, MET, OTHER, PUT, decision
from tests.domain.panel.test_a_panel_meets import panel as any_panel

RESIDENTIAL = CALLED.model_copy(update={"kind": PanelKind.RESIDENTIAL})
CHILD, SECOND = CaseId(UUID(int=21)), CaseId(UUID(int=22))
HOME = PlacementId(UUID(int=31))


def put(item: AgendaItemId = ITEM, child: CaseId = CHILD) -> came.ChildPut:
    return came.ChildPut(item_id=item, case_id=child, placement_id=HOME, by=BROKER)


def put_all(*children: CaseId) -> ask.PutChildren:
    items = (AgendaItemId(UUID(int=2 + n)) for n in range(len(children)))
    there = tuple((item, child, HOME) for item, child in zip(items, children, strict=True))
    return ask.PutChildren(children=there, by=BROKER)


@pytest.mark.covers("2-051", "R-221")
def test_every_child_in_residential_care_is_put_and_nobody_twice() -> None:
    panel = any_panel.given(RESIDENTIAL)

    panel.when(put_all(CHILD, SECOND)).then(put(), put(OTHER, SECOND))
    panel.when(put_all(CHILD, CHILD)).then(put(OTHER, CHILD))
    any_panel.given(RESIDENTIAL, put()).when(put_all(CHILD, SECOND)).then(put(OTHER, SECOND))
    any_panel.given(RESIDENTIAL, put()).when(put_all(CHILD)).then()
    any_panel.given(CALLED).when(put_all(CHILD)).then_refused(WrongState)
    any_panel.given(RESIDENTIAL, MET).when(put_all(CHILD)).then_refused(WrongState)


@pytest.mark.covers("2-051", "R-221")
def test_of_a_child_it_says_what_it_found_of_a_step_down_and_of_a_search_it_does_not() -> None:
    met = any_panel.given(RESIDENTIAL, put(), MET)
    found = decision(Outcome.AGREE, step_down=StepDown.TO_EXPLORE)

    met.when(found).then(came.ItemDecided(**dict(found)))
    met.when(decision(Outcome.AGREE)).then_refused(PanelIncomplete)
    any_panel.given(RESIDENTIAL, PUT, MET).when(found).then_refused(WrongState)
