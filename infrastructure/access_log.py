"""The access log: who read or tried what about a child, and why. Committed in batches."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from application.access.audit import AccessLine
from application.access.policy import Decision
from application.access.principal import Principal
from domain.shared.envelope import GssCode
from infrastructure.database import Database
from infrastructure.event_store.tables import access_log


@dataclass(frozen=True)
class StoredAccessLog:
    """Lines wait in memory for less than a second; `settle` puts them on disk."""

    database: Database
    now: Callable[[], datetime]
    waiting: list[dict[str, Any]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    settling: threading.Lock = field(default_factory=threading.Lock)

    def note(
        self,
        who: Principal,
        action: str,
        resource: str,
        purpose: str,
        decision: Decision,
        *,
        of: GssCode | None = None,
    ) -> None:
        line = {
            "at": self.now(),
            "subject": who.subject,
            "role": who.role,
            "authority": of or who.authority,
            "action": action,
            "resource": resource,
            "purpose": purpose,
            "outcome": f"{'allowed' if decision.allow else 'refused'}:{decision.rule}",
        }
        with self.lock:
            self.waiting.append(line)

    def settle(self) -> None:
        with self.settling:
            with self.lock:
                lines = list(self.waiting)
            if not lines:
                return
            with self.database.write() as connection:
                connection.execute(insert(access_log), lines)
            # Only what is on disk is let go of; what was noted meanwhile stays.
            with self.lock:
                del self.waiting[: len(lines)]

    def lines(
        self,
        authority: GssCode,
        *,
        resources: Sequence[str] | None,
        before: int | None,
        limit: int,
    ) -> Sequence[AccessLine]:
        table = access_log
        question = select(table).where(table.c.authority == authority)
        if resources is not None:
            question = question.where(table.c.resource.in_(resources))
        if before is not None:
            question = question.where(table.c.id < before)
        with self.database.read() as connection:
            found = connection.execute(question.order_by(table.c.id.desc()).limit(limit)).all()
        return [_line(row) for row in found]


def _line(row: Row[Any]) -> AccessLine:
    return AccessLine(
        id=row.id,
        at=row.at,
        subject=row.subject,
        role=row.role,
        action=row.action,
        resource=row.resource,
        purpose=row.purpose,
        outcome=row.outcome,
    )
