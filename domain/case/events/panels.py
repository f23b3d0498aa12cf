"""What a panel decided of a child, in the child's own file."""

from datetime import date
from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.panels import PanelOutcome, StepDown
from domain.shared.vocabulary import AgendaItemId, PanelId, Subject


class ResidentialPanelDecided(Event):
    """The residential panel looked at where the child lives, and at a step down from it."""

    stored_as: ClassVar[str] = "case.residential_panel_decided.v1"

    panel_id: PanelId
    item_id: AgendaItemId
    on: date
    outcome: PanelOutcome
    step_down: StepDown
    by: Subject

    def effective(self) -> date:
        return self.on
