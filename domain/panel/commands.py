"""What can be asked of a panel's meeting."""

from datetime import date

from domain.panel.agenda import Code, Outcome, PanelCondition, PanelKind, Seat
from domain.shared.messages import Command
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


class ConveneMeeting(Command):
    """Say which panel sits on a day, and who is to sit."""

    panel_id: PanelId
    kind: PanelKind
    sits_on: date
    seats: tuple[Seat, ...]
    by: Subject


class PutItem(Command):
    """Put a search on the agenda. `weekly` is the price asked for, none where no money is."""

    item_id: AgendaItemId
    referral_id: ReferralId
    weekly: Pence | None
    by: Subject


class PutChildren(Command):
    """Put children who live in residential care on the agenda, each with its placement."""

    children: tuple[tuple[AgendaItemId, CaseId, PlacementId], ...]
    by: Subject


class HoldMeeting(Command):
    """Record that the panel met, and who of those who were to sit was there."""

    on: date
    present: tuple[Subject, ...]
    by: Subject


class DecideItem(Command):
    """Record what the panel decided on an item."""

    item_id: AgendaItemId
    outcome: Outcome
    reason: Code | None
    conditions: tuple[PanelCondition, ...]
    step_down: StepDown | None = None
    by: Subject


class MeetPanelCondition(Command):
    """Record that a condition of an item has been met."""

    item_id: AgendaItemId
    condition: Code
    on: date
    by: Subject


class CancelMeeting(Command):
    """Say that the panel does not meet. Its items are put to another meeting."""

    reason: Code
    by: Subject


PanelCommand = (
    ConveneMeeting
    | PutItem
    | PutChildren
    | HoldMeeting
    | DecideItem
    | MeetPanelCondition
    | CancelMeeting
)
