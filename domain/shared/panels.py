"""What a panel said of the money of a search, as who authorises it may rest on (R-35, R-113)."""

from domain.shared.messages import Value
from domain.shared.vocabulary import AgendaItemId, PanelId, Pence, Subject


class PanelWord(Value):
    """A decided item of a meeting. `weekly` is the price that the panel had before it.

    `agrees` says whether it agreed, on conditions or without; `recorded_by` who wrote it down.
    """

    panel_id: PanelId
    item_id: AgendaItemId
    agrees: bool
    weekly: Pence | None
    recorded_by: Subject
