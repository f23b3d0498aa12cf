"""What can be noted in a child's file of the panels that looked at it."""

from datetime import date

from domain.shared.messages import Command
from domain.shared.panels import PanelOutcome, StepDown
from domain.shared.vocabulary import AgendaItemId, PanelId, Subject


class NotePanelDecision(Command):
    """Keep with the child what the residential panel decided, on the day on which it met."""

    panel_id: PanelId
    item_id: AgendaItemId
    on: date
    outcome: PanelOutcome
    step_down: StepDown
    by: Subject
