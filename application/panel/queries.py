"""What can be read of panels: which meetings there are, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.panel.shown import ListedPanel, PanelView, shown
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.panel import decider
from domain.panel.state import Meeting
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.moments import london_day


class PanelList(Protocol):
    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedPanel]:
        """The meetings that a council called, as they stood on the day."""
        ...


@dataclass(frozen=True)
class PanelRecords:
    """One meeting's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def view(self, panel_id: UUID, of: AsOf) -> PanelView:
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("panel", panel_id), position)
        told = [each.event for each in history.events if london_day(each.effective_at) <= of.day]
        state = decider.replay(told)
        if not isinstance(state, Meeting):
            raise NotFound
        return shown(panel_id, state, version=history.version, position=position)
