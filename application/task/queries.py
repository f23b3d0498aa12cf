"""The list of tasks: what waits, on whom, since when, and what became of what was closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.clock.queries import EVERYTHING, About, Whose
from application.shared.asking import AsOf
from application.shared.ports import Reads
from application.task.raising import task_stream
from domain.shared.envelope import StreamId
from domain.shared.personal import Erased
from domain.task.events import TaskClosed


class Standing(StrEnum):
    """Which tasks are asked for."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftTask:
    """A task about `stream`, because of an event. `text` says what was done about it."""

    task_id: UUID
    stream: str
    code: str
    waits_for: Sequence[str]
    at: datetime
    policy: str
    event_id: UUID
    closed_as: str | None
    closed_by: str | None
    closed_at: datetime | None
    text: str | Erased | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list a page ended."""

    at: datetime
    task_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Tasks that stand so; those that wait for a role; those about one stream, or `kept_to`."""

    standing: Standing = Standing.OPEN
    role: str | None = None
    about: str | None = None
    kept_to: About = EVERYTHING


class TaskList(Protocol):
    def listed(
        self, whose: Whose, of: AsOf, wanted: Wanted, *, after: Place | None, limit: int
    ) -> Sequence[LeftTask]:
        """The oldest first, without what was written when they were closed."""
        ...


@dataclass(frozen=True)
class TaskRecords:
    tasks: TaskList
    streams: Reads

    def listed(
        self,
        whose: Whose,
        of: AsOf,
        wanted: Wanted,
        *,
        after: Place | None,
        limit: int,
        in_words: bool,
    ) -> Sequence[LeftTask]:
        """With what was done about those that are closed, for who may read of the child."""
        found = self.tasks.listed(whose, of, wanted, after=after, limit=limit)
        return [self._told(each, of) for each in found] if in_words else found

    def _told(self, left: LeftTask, of: AsOf) -> LeftTask:
        if left.closed_as is None:
            return left
        facts = self.streams.read(task_stream(StreamId(left.stream)), of.position).facts
        closed = (e for e in facts if isinstance(e, TaskClosed) and e.task_id == left.task_id)
        return replace(left, text=next((each.text for each in closed), None))
