"""The outbox: messages that wait, each put off as it is taken."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, or_, select, update

from application.telling.ports import Due
from domain.shared.envelope import GssCode, StreamId
from domain.shared.vocabulary import ProviderId
from domain.telling.vocabulary import About, MessageId
from infrastructure.database import Database
from infrastructure.event_store.tables import outbox

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=4)
"""Each pause is twice the one before: eight attempts take about two hours."""


def pause_after(attempts: int) -> timedelta:
    doubled: int = 2 ** min(attempts - 1, 16)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


@dataclass(frozen=True)
class StoredOutbox:
    database: Database

    def take(self, now: datetime) -> Due | None:
        while (row := self._oldest(now)) is not None:
            if self._put_off(row, now):
                return _due(row)
        return None

    def done(self, due: Due) -> None:
        with self.database.write() as connection:
            connection.execute(delete(outbox).where(outbox.c.id == due.id))

    def _oldest(self, now: datetime) -> Row[Any] | None:
        is_due = or_(outbox.c.due_at.is_(None), outbox.c.due_at <= now)
        question = select(outbox).where(is_due).order_by(outbox.c.id).limit(1)
        with self.database.read() as connection:
            return connection.execute(question).first()

    def _put_off(self, row: Row[Any], now: datetime) -> bool:
        """Whether it was still as it was read: of two runners one gets it."""
        attempts = row.attempts + 1
        unchanged = (outbox.c.id == row.id, outbox.c.attempts == row.attempts)
        later = {"attempts": attempts, "due_at": now + pause_after(attempts)}
        with self.database.write() as connection:
            taken = connection.execute(update(outbox).where(*unchanged).values(later))
        return taken.rowcount == 1


def _due(row: Row[Any]) -> Due:
    said = json.loads(row.body)
    return Due(
        id=row.id,
        stream=StreamId(row.subject),
        about=About(row.kind),
        message_id=MessageId(UUID(said["message_id"])),
        provider_id=ProviderId(UUID(said["provider_id"])),
        invitation_id=said["invitation_id"],
        authority=GssCode(said["authority"]),
        attempts=row.attempts + 1,
    )
