"""Up to which position the log was known at an instant.

`as_known_at` cuts the log at the last position before which nothing was recorded later
than the instant, so that what remains is a true prefix of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, MetaData, Table, func, select

from domain.shared.envelope import Recorded
from infrastructure.columns import Big, Instant
from infrastructure.read_models.base import Desk, Reading, ReadModel

NAME = "log_times"


def define(metadata: MetaData, suffix: str) -> Sequence[Table]:
    name = NAME + suffix
    return [
        Table(
            name,
            metadata,
            Column("position", Big, primary_key=True, autoincrement=False),
            Column("recorded_at", Instant, nullable=False),
            Index(f"{name}_recorded_at", "recorded_at"),
        )
    ]


def project(desk: Desk, recorded: Recorded[Any]) -> None:
    row = {"position": recorded.position, "recorded_at": recorded.recorded_at}
    desk.sheet().add(row)


MODEL = ReadModel(NAME, 1, define, project)


@dataclass(frozen=True)
class StoredLogTimes:
    reading: Reading

    def position_at(self, instant: datetime) -> int:
        """The last position of the log as it was known at an instant; 0 before everything."""
        with self.reading(NAME) as (connection, (table,)):
            later = connection.scalar(
                select(func.min(table.c.position)).where(table.c.recorded_at > instant)
            )
            if later is not None:
                return int(later) - 1
            return int(connection.scalar(select(func.max(table.c.position))) or 0)

    def newest(self) -> int:
        """The last position that has been projected; 0 before everything."""
        with self.reading(NAME) as (connection, (table,)):
            return int(connection.scalar(select(func.max(table.c.position))) or 0)
