"""What a policy was refused and a person must now do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select

from application.access.audit import Task
from domain.shared.envelope import GssCode, Recorded
from infrastructure.database import Database
from infrastructure.event_store.tables import policy_tasks


@dataclass(frozen=True)
class StoredTasks:
    database: Database
    now: Callable[[], datetime]

    def left(self, policy: str, cause: Recorded[Any], code: str) -> None:
        row = {
            "at": self.now(),
            "policy": policy,
            "authority": cause.actor.authority,
            "stream": cause.stream,
            "event_id": str(cause.event_id),
            "code": code,
        }
        with self.database.write() as connection:
            connection.execute(insert(policy_tasks).values(row))

    def left_to_people(self, authority: GssCode, *, after: int, limit: int) -> Sequence[Task]:
        """What policies could not do for an authority, the oldest first."""
        table = policy_tasks
        question = select(table).where(table.c.authority == authority, table.c.id > after)
        with self.database.read() as connection:
            found = connection.execute(question.order_by(table.c.id).limit(limit)).all()
        return [_task(row) for row in found]


def _task(row: Row[Any]) -> Task:
    return Task(
        id=row.id,
        at=row.at,
        policy=row.policy,
        stream=row.stream,
        event_id=UUID(row.event_id),
        code=row.code,
    )
