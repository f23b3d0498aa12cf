"""What the tasks about one stream must remember: which were raised, and which are closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.shared.errors import CorruptHistory
from domain.task.codes import TaskId
from domain.task.events import TaskClosed, TaskEvent, TaskRaised


@dataclass(frozen=True)
class NothingAsked:
    """Nothing about this stream was ever left to people."""


@dataclass(frozen=True)
class Waiting:
    """Every task that was raised, and those of them that wait no longer."""

    raised: Mapping[TaskId, TaskRaised]
    closed: frozenset[TaskId] = field(default_factory=frozenset)

    def waiting(self) -> tuple[TaskRaised, ...]:
        return tuple(each for key, each in self.raised.items() if key not in self.closed)


Tasks = NothingAsked | Waiting


def evolve(tasks: Tasks, event: TaskEvent) -> Tasks:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match tasks, event:
        case NothingAsked(), TaskRaised(task_id=key):
            return Waiting({key: event})
        case Waiting(raised=raised), TaskRaised(task_id=key) if key not in raised:
            return replace(tasks, raised={**raised, key: event})
        case Waiting(raised=raised, closed=closed), TaskClosed(task_id=key) if key in raised:
            return replace(tasks, closed=closed | {key})
        case _:
            raise CorruptHistory(tasks, event)
