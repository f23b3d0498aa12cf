"""What a panel said of a search, for who authorises its money."""

from dataclasses import dataclass
from uuid import UUID

from application.shared.office import Office, stream_of
from domain.panel import decider
from domain.panel.agenda import AGREES
from domain.panel.events import ItemPut
from domain.panel.state import Held
from domain.shared.errors import NotFound
from domain.shared.panels import PanelWord
from domain.shared.vocabulary import AgendaItemId, PanelId


@dataclass(frozen=True)
class PanelWords:
    office: Office

    def word(self, panel_id: UUID, referral_id: UUID) -> PanelWord:
        """The panel's decision on a search; `NotFound` before it has decided."""
        held = self.office.known(decider, stream_of("panel", panel_id), Held)
        for item_id, item in held.items.items():
            put, decided = item.put, item.decided
            if not isinstance(put, ItemPut) or decided is None:
                continue
            if put.referral_id == referral_id:
                return PanelWord(
                    panel_id=PanelId(panel_id),
                    item_id=AgendaItemId(item_id),
                    agrees=decided.outcome in AGREES,
                    weekly=put.weekly,
                    recorded_by=decided.by,
                )
        raise NotFound("This panel has not decided on this search.")
