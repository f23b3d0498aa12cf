"""What waits for people, and what became of it."""

from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import EventId, Subject
from domain.task.codes import ClosedAs, TaskCode, TaskId


class TaskRaised(Event):
    """Somebody in one of these roles must see to it. `policy` is who of the service says so."""

    stored_as: ClassVar[str] = "task.raised.v1"

    task_id: TaskId
    code: TaskCode
    waits_for: tuple[str, ...]
    because: EventId
    policy: str


class TaskClosed(Event):
    """It waits no longer. A person says what was done; what settled it by itself is an event."""

    stored_as: ClassVar[str] = "task.closed.v1"

    task_id: TaskId
    closed_as: ClosedAs
    text: Sealed[str | None] = None
    by: Subject | None = None
    because: EventId | None = None


class CauseGone(Event):
    """What somebody had called not needed is no longer so: should it be so again, it is asked."""

    stored_as: ClassVar[str] = "task.cause_gone.v1"

    code: TaskCode
    because: EventId


TaskEvent = TaskRaised | TaskClosed | CauseGone
