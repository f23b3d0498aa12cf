"""What can be asked of the tasks about one stream."""

from domain.shared.messages import Command
from domain.shared.vocabulary import EventId, Subject
from domain.task.codes import ClosedAs, TaskCode, TaskId


class RaiseTask(Command):
    """Leave something to people, because of an event; once for each `task_id`.

    With `unless_open`, not while another of that code waits: a second cause adds nothing.
    """

    task_id: TaskId
    code: TaskCode
    waits_for: tuple[str, ...]
    because: EventId
    policy: str
    unless_open: bool = False


class CloseTask(Command):
    """Say what was done about it, or why nothing has to be; `role` is that of who says so."""

    task_id: TaskId
    closed_as: ClosedAs
    text: str
    role: str
    by: Subject


class SettleTasks(Command):
    """What tasks of these codes asked for has happened, by an event.

    `only` are the tasks that it is about, where others of that code are about somebody else.
    """

    codes: frozenset[TaskCode]
    because: EventId
    only: frozenset[TaskId] | None = None


class ReviseTasks(Command):
    """Bring the tasks of some codes up to what is so now: those of `now` wait, the rest do not."""

    among: frozenset[TaskCode]
    now: tuple[RaiseTask, ...]
    because: EventId


TaskCommand = RaiseTask | CloseTask | SettleTasks | ReviseTasks
