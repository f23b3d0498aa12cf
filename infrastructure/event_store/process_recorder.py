"""Events and the position they were caused at, in one stroke: the library's `ProcessRecorder`."""

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import ProcessRecorder, StoredEvent, Tracking

from infrastructure.database import Database
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.rows import Append
from infrastructure.event_store.tracker import LogTracker


class LogProcessRecorder(LogRecorder, LogTracker, ProcessRecorder):
    """Reads one log and writes another, each event of the first once only."""

    def __init__(self, database: Database) -> None:
        LogRecorder.__init__(self, database)
        LogTracker.__init__(self, database)

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        tracking: Tracking | None = None,
        **kwargs: Any,
    ) -> list[int]:
        """Raises `ProjectionClash` if the position has been passed; then nothing is written."""
        if tracking is None:
            return super().insert_events(stored_events, **kwargs)
        positions = self._append(Append(events=stored_events, move=tracking, **kwargs))
        self.announce()
        return positions
