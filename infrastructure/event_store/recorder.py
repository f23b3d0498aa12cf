"""The log, as the eventsourcing library asks for it: `ApplicationRecorder`, on both databases."""

from collections.abc import Iterable, Sequence
from typing import Any, Never
from uuid import UUID

from eventsourcing.persistence import (
    ApplicationRecorder,
    Notification,
    NotSupportedError,
    StoredEvent,
)
from sqlalchemy import Select, func, select

from application.shared.bell import Bell
from infrastructure.database import Database
from infrastructure.event_store.append import append
from infrastructure.event_store.errors import CommandClash, PolicyClash, StreamClash
from infrastructure.event_store.questions import (
    COMMAND,
    NEWS,
    NOTIFICATIONS,
    POSITION,
    STREAM,
    ask,
)
from infrastructure.event_store.rows import Append, CommandRow, OutboxRow, PolicyMove
from infrastructure.event_store.tables import events, policy_positions

__all__ = [
    "CommandClash",
    "CommandRow",
    "LogRecorder",
    "OutboxRow",
    "PolicyClash",
    "PolicyMove",
    "StreamClash",
]

LAST = 2**63 - 1
"""Above every position."""

STORED = select(events.c.stream, events.c.version, events.c.name, events.c.body)


class LogRecorder(ApplicationRecorder):
    """Adds to the log and reads it. Positions are ordered, but not dense."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.appended = Bell()
        """Told after each append of this process; those of others are found by looking."""

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command: CommandRow | None = None,
        policy: PolicyMove | None = None,
        outbox: Sequence[OutboxRow] = (),
        **kwargs: Any,
    ) -> list[int]:
        """Append events, and in the same stroke what belongs to them; their positions.

        Raises `StreamClash`, `CommandClash` or `PolicyClash`, and then nothing is written.
        """
        _refuse_unknown(kwargs)
        return self._append(
            Append(events=stored_events, command=command, move=policy, outbox=outbox)
        )

    def _append(self, what: Append) -> list[int]:
        if what == Append(events=what.events) and not what.events:
            return []
        positions = append(self.database, what)
        self.appended.ring()
        return positions

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> list[StoredEvent]:
        version = events.c.version
        query = STORED.where(events.c.stream == originator_id)
        if gt is not None:
            query = query.where(version > gt)
        if lte is not None:
            query = query.where(version <= lte)
        query = query.order_by(version.desc() if desc else version).limit(limit)
        return [
            StoredEvent(stream, version, name, body)
            for stream, version, name, body in self._rows(query)
        ]

    def select_stream(
        self, stream: str, up_to: int | None = None, after_version: int = 0
    ) -> list[Notification]:
        """A stream's events by version, with their positions.

        Only those later than `after_version`, and none above position `up_to`.
        """
        end = LAST if up_to is None else up_to
        wanted = {"stream": stream, "up_to": end, "after_version": after_version}
        return _notifications(ask(self.database, STREAM, **wanted))

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> list[Notification]:
        position = events.c.position
        query = NOTIFICATIONS.order_by(position).limit(limit)
        if start is not None:
            query = query.where(position >= start if inclusive_of_start else position > start)
        if stop is not None:
            query = query.where(position <= stop)
        if topics:
            query = query.where(events.c.name.in_(topics))
        return _notifications(self._rows(query))

    def select_news(self, after: int, limit: int) -> list[Notification]:
        """What lies beyond a position: asked by everything that follows the log, all the time."""
        return _notifications(ask(self.database, NEWS, after=after, limit=limit))

    def max_notification_id(self) -> int | None:
        return self._scalar(select(func.max(events.c.position)))

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Never:
        """Not offered: the projector reads on by position and waits on `appended`."""
        raise NotSupportedError(f"Read on from {gt} with select_notifications{tuple(topics)}.")

    def position_of(self, stream: str, version: int) -> int | None:
        rows = ask(self.database, POSITION, stream=stream, version=version)
        return rows[0][0] if rows else None

    def find_command(self, authority: str, subject: str, key: str) -> CommandRow | None:
        """What was answered to the command with this idempotency key, if one was."""
        rows = ask(self.database, COMMAND, authority=authority, subject=subject, key=key)
        columns = COMMAND.selected_columns.keys()
        return CommandRow(**dict(zip(columns, rows[0], strict=True))) if rows else None

    def policy_position(self, policy: str) -> int | None:
        """How far a policy has read; none when it has read nothing yet."""
        moved = policy_positions
        return self._scalar(select(moved.c.position).where(moved.c.policy == policy))

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with self.database.read() as connection:
            return connection.execute(query).fetchall()

    def _scalar(self, query: Select[int]) -> int | None:
        with self.database.read() as connection:
            return connection.execute(query).scalar()


def _notifications(rows: Iterable[Any]) -> list[Notification]:
    return [
        Notification(
            id=position, originator_id=stream, originator_version=version, topic=name, state=body
        )
        for position, stream, version, name, body in rows
    ]


def _refuse_unknown(kwargs: dict[str, Any]) -> None:
    """The library's signature lets anything through; a misspelt `command` must not be lost."""
    if kwargs:
        raise TypeError(f"The log does not know {', '.join(kwargs)}.")
