"""The log read in order, and how far each policy has read: `application.shared.ports`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from application.shared.ports import PolicyOvertaken
from domain.shared.envelope import Recorded
from infrastructure.database import Database
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.errors import PolicyClash
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.rows import PolicyMove
from infrastructure.event_store.tables import policy_positions


@dataclass(frozen=True)
class EventLog:
    recorder: LogRecorder
    codec: Codec

    def after(self, position: int, limit: int) -> Sequence[Recorded[Any]]:
        rows = self.recorder.select_news(position, limit)
        self.codec.ready(rows)
        return [self.codec.decode(row) for row in rows]

    def newest(self) -> int:
        return self.recorder.max_notification_id() or 0


@dataclass(frozen=True)
class StoredPolicyPositions:
    database: Database
    recorder: LogRecorder

    def of(self, policy: str) -> int | None:
        table = policy_positions
        with self.database.read() as connection:
            return connection.scalar(select(table.c.position).where(table.c.policy == policy))

    def skip(self, policy: str, after: int | None, position: int) -> None:
        try:
            self.recorder.insert_events(
                [], policy=PolicyMove(policy=policy, after=after, position=position)
            )
        except PolicyClash:
            raise PolicyOvertaken from None
