"""How far each projection has carried the log: `TrackingRecorder`, moved by compare-and-set."""

import threading
import time

from eventsourcing.persistence import Tracking, TrackingRecorder, WaitInterruptedError
from sqlalchemy import Connection, select, text

from infrastructure.database import Database
from infrastructure.event_store.append import append
from infrastructure.event_store.errors import ProjectionClash
from infrastructure.event_store.rows import Append
from infrastructure.event_store.tables import projection_positions

LOOK_EVERY = 0.02
"""Seconds between looks, for projections that move in another process."""

FIRST = text(
    "INSERT INTO projection_positions (projection, position) VALUES (:projection, :position)"
    " ON CONFLICT DO NOTHING RETURNING 1"
)

NEXT = text(
    "UPDATE projection_positions SET position = :position"
    " WHERE projection = :projection AND position = :after RETURNING 1"
)


class LogTracker(TrackingRecorder):
    def __init__(self, database: Database) -> None:
        self.database = database
        self.moved = threading.Condition()
        """Told when a projection of this process has moved."""

    def advance(
        self, connection: Connection, projection: str, after: int | None, position: int
    ) -> None:
        """Move a projection on, in the transaction that moves its read model.

        Raises `ProjectionClash` unless it stood at `after` (none: it had not begun), so
        that two runners never apply the same events. Say `announce` after the commit.
        """
        move = {"projection": projection, "position": position}
        statement = FIRST if after is None else NEXT
        if after is not None:
            move["after"] = after
        if connection.execute(statement, move).first() is None:
            raise ProjectionClash(f"{projection} was not at {after}.")

    def announce(self) -> None:
        with self.moved:
            self.moved.notify_all()

    def insert_tracking(self, tracking: Tracking) -> None:
        """Move on from wherever it stood below. Raises `ProjectionClash` if it was not below."""
        append(self.database, Append(move=tracking))
        self.announce()

    def max_tracking_id(self, application_name: str) -> int | None:
        reached = projection_positions
        query = select(reached.c.position).where(reached.c.projection == application_name)
        with self.database.read() as connection:
            return connection.execute(query).scalar()

    def wait(
        self,
        application_name: str,
        notification_id: int | None,
        timeout: float = 1.0,
        interrupt: threading.Event | None = None,
    ) -> None:
        """Wait until a projection has reached a position, or longer than `timeout` seconds.

        Raises `TimeoutError`, or `WaitInterruptedError` when `interrupt` is set meanwhile.
        """
        deadline = time.monotonic() + timeout
        while not self.has_tracking_id(application_name, notification_id):
            if interrupt is not None and interrupt.is_set():
                raise WaitInterruptedError
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"{application_name} has not reached {notification_id}.")
            with self.moved:
                self.moved.wait(min(left, LOOK_EVERY))
