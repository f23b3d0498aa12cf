"""What a panel said, as other records rest on it (R-35, R-113, R-221)."""

from enum import StrEnum

from domain.shared.messages import Value
from domain.shared.vocabulary import AgendaItemId, PanelId, Pence, Subject


class PanelOutcome(StrEnum):
    """How a panel decides (R-35)."""

    AGREE = "agree"
    CONDITIONS = "conditions"
    DEFER = "defer"
    DECLINE = "decline"


class StepDown(StrEnum):
    """What the residential panel found of a step down from residential care (2-051)."""

    NOT_NOW = "not_now"
    TO_EXPLORE = "to_explore"
    READY = "ready"
    PLANNED = "planned"


class PanelWord(Value):
    """A decided item of a meeting. `weekly` is the price that the panel had before it.

    `agrees` says whether it agreed, on conditions or without; `recorded_by` who wrote it down.
    """

    panel_id: PanelId
    item_id: AgendaItemId
    agrees: bool
    weekly: Pence | None
    recorded_by: Subject
