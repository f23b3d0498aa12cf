"""What can happen to a panel's meeting."""

from datetime import date
from typing import ClassVar

from domain.panel.agenda import Code, Outcome, PanelCondition, PanelKind, Seat
from domain.shared.messages import Event
from domain.shared.panels import StepDown
from domain.shared.vocabulary import (
    AgendaItemId,
    CaseId,
    PanelId,
    Pence,
    PlacementId,
    ReferralId,
    Subject,
)


class MeetingConvened(Event):
    """A panel is to sit on a day; `seats` says who, and for whom."""

    stored_as: ClassVar[str] = "panel.meeting_convened.v1"

    panel_id: PanelId
    kind: PanelKind
    sits_on: date
    seats: tuple[Seat, ...]
    by: Subject


class ItemPut(Event):
    """A search was put on the agenda, with the price that was asked for it, in pence a week."""

    stored_as: ClassVar[str] = "panel.item_put.v1"

    item_id: AgendaItemId
    referral_id: ReferralId
    weekly: Pence | None
    by: Subject


class ChildPut(Event):
    """A child who lives in residential care was put on the agenda of the residential panel."""

    stored_as: ClassVar[str] = "panel.child_put.v1"

    item_id: AgendaItemId
    case_id: CaseId
    placement_id: PlacementId
    by: Subject


class MeetingHeld(Event):
    """The panel met, with these of its members."""

    stored_as: ClassVar[str] = "panel.meeting_held.v1"

    on: date
    present: tuple[Subject, ...]
    by: Subject

    def effective(self) -> date:
        return self.on


class ItemDecided(Event):
    """The panel agreed, deferred or declined; or agreed on conditions.

    `step_down` is what it found of a step down, of a child in residential care alone.
    It is told in codes alone: a panel's record is no child's file, and is not erased with one.
    """

    stored_as: ClassVar[str] = "panel.item_decided.v1"

    item_id: AgendaItemId
    outcome: Outcome
    reason: Code | None
    conditions: tuple[PanelCondition, ...]
    step_down: StepDown | None = None
    by: Subject


class PanelConditionMet(Event):
    """What a panel asked for along with its yes has been done."""

    stored_as: ClassVar[str] = "panel.condition_met.v1"

    item_id: AgendaItemId
    condition: Code
    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


class MeetingCancelled(Event):
    """The panel does not meet."""

    stored_as: ClassVar[str] = "panel.meeting_cancelled.v1"

    reason: Code
    by: Subject


PanelEvent = (
    MeetingConvened
    | ItemPut
    | ChildPut
    | MeetingHeld
    | ItemDecided
    | PanelConditionMet
    | MeetingCancelled
)
