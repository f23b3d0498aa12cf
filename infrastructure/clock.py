"""The service's time and its ids."""

import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, insert, select

from infrastructure.database import Database
from infrastructure.event_store.tables import service_clock

NAME = "development"


@dataclass
class ServiceClock:
    """UTC, moved ahead by `offset` in development. It never goes back."""

    offset: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset


def stored_offset(database: Database) -> timedelta:
    """How far the development clock was moved, in this database, before now."""
    table = service_clock
    with database.read() as connection:
        seconds = connection.scalar(select(table.c.offset_seconds).where(table.c.name == NAME))
    return timedelta(seconds=seconds or 0)


def store_offset(database: Database, offset: timedelta) -> None:
    seconds = int(offset.total_seconds())
    with database.write() as connection:
        table = service_clock
        connection.execute(delete(table).where(table.c.name == NAME))
        connection.execute(insert(table).values(name=NAME, offset_seconds=seconds))


class TimeOrderedIds:
    """Version 7 of RFC 9562: 48 bits of milliseconds, then 74 random ones."""

    def new(self) -> UUID:
        milliseconds = time.time_ns() // 1_000_000
        random = int.from_bytes(os.urandom(10))
        value = (milliseconds & 0xFFFFFFFFFFFF) << 80 | random
        value = value & ~(0xF << 76) | 0x7 << 76
        return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)
