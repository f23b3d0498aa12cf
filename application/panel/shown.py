"""What is shown of a panel's meeting. Searches and children are named by ids alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.panel.agenda import Outcome, PanelKind, Seat, Stage
from domain.panel.chronology import stage_of
from domain.panel.events import ChildPut, ItemPut
from domain.panel.state import Held, Item, Meeting
from domain.shared.panels import StepDown
from domain.shared.vocabulary import (
    AgendaItemId,
    CaseId,
    Pence,
    PlacementId,
    ReferralId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPanel:
    """A meeting, with how much of its agenda is undecided and how many conditions are open."""

    panel_id: UUID
    kind: PanelKind
    sits_on: date
    stage: Stage
    items: int
    undecided: int
    open_conditions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPanelCondition:
    """A condition of a panel's yes. `met_on` is none while it is open."""

    code: str
    by: date | None
    met_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """A search, or a child in residential care; `step_down` is of the latter."""

    item_id: AgendaItemId
    referral_id: ReferralId | None
    case_id: CaseId | None
    placement_id: PlacementId | None
    weekly_pence: Pence | None
    put_by: Subject
    outcome: Outcome | None
    reason: str | None
    step_down: StepDown | None
    decided_by: Subject | None
    conditions: Sequence[ShownPanelCondition]


@dataclass(frozen=True, kw_only=True)
class PanelView:
    """One meeting on one day: who sits, who was there, what was put and what came of it."""

    panel_id: UUID
    kind: PanelKind
    sits_on: date
    stage: Stage
    held_on: date | None
    seats: Sequence[Seat]
    present: Sequence[Subject]
    items: Sequence[ShownItem]
    version: int
    position: int


def shown(panel_id: UUID, state: Meeting, *, version: int, position: int) -> PanelView:
    held = state if isinstance(state, Held) else None
    return PanelView(
        panel_id=panel_id,
        kind=state.called.kind,
        sits_on=state.called.sits_on,
        stage=stage_of(state),
        held_on=held.on if held else None,
        seats=state.called.seats,
        present=held.present if held else (),
        items=[_item(each) for each in state.items.values()],
        version=version,
        position=position,
    )


def _item(item: Item) -> ShownItem:
    decided, put = item.decided, item.put
    search, child = isinstance(put, ItemPut) and put, isinstance(put, ChildPut) and put
    return ShownItem(
        item_id=put.item_id,
        referral_id=search.referral_id if search else None,
        case_id=child.case_id if child else None,
        placement_id=child.placement_id if child else None,
        weekly_pence=search.weekly if search else None,
        put_by=put.by,
        outcome=decided.outcome if decided else None,
        reason=decided.reason if decided else None,
        step_down=decided.step_down if decided else None,
        decided_by=decided.by if decided else None,
        conditions=[
            ShownPanelCondition(code=each.code, by=each.by, met_on=item.met.get(each.code))
            for each in (decided.conditions if decided else ())
        ],
    )
