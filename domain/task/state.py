"""What the tasks about one stream must remember: which were raised, and which are closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.shared.errors import CorruptHistory
from domain.task.codes import ClosedAs, TaskCode, TaskId
from domain.task.events import CauseGone, TaskClosed, TaskEvent, TaskRaised


@dataclass(frozen=True)
class NothingAsked:
    """Nothing about this stream was ever left to people."""


@dataclass(frozen=True)
class Waiting:
    """Every task that was raised, and those of them that wait no longer.

    `waived` are the codes that somebody called not needed, while what asked for them is so.
    """

    raised: Mapping[TaskId, TaskRaised]
    closed: frozenset[TaskId] = field(default_factory=frozenset)
    waived: frozenset[TaskCode] = field(default_factory=frozenset)

    def waiting(self) -> tuple[TaskRaised, ...]:
        return tuple(each for key, each in self.raised.items() if key not in self.closed)


Tasks = NothingAsked | Waiting


def evolve(tasks: Tasks, event: TaskEvent) -> Tasks:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match tasks, event:
        case NothingAsked(), TaskRaised(task_id=key):
            return Waiting({key: event})
        case Waiting(raised=raised, waived=waived), TaskRaised(task_id=key) if key not in raised:
            return replace(tasks, raised={**raised, key: event}, waived=waived - {event.code})
        case Waiting(raised=raised, closed=closed), TaskClosed(task_id=key) if key in raised:
            not_needed = event.closed_as is ClosedAs.NOT_NEEDED
            said = frozenset({raised[key].code}) if not_needed else frozenset[TaskCode]()
            return replace(tasks, closed=closed | {key}, waived=tasks.waived | said)
        case Waiting(waived=waived), CauseGone(code=code):
            return replace(tasks, waived=waived - {code})
        case _:
            raise CorruptHistory(tasks, event)
