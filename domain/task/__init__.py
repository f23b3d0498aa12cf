"""Task: what waits for a person, about one other stream.

What only people can do is raised here once for each cause, in the stream `task-{subject}`,
with the roles that it waits for. It stands apart from its subject, so that a task gives nobody
a stale version, and lies in the subject's file, so that it dies with that key.

    NothingAsked ── RaiseTask ──▶ Waiting ──┐
                                   ▲        │ RaiseTask, CloseTask,
                                   └────────┘ SettleTasks, ReviseTasks

`CloseTask` is the word of one of those it waits for, with what was done. `SettleTasks` closes
what has been seen to by itself, because what was asked for has happened; `ReviseTasks` brings
tasks up to how things stand.
"""

from domain.shared.decider import Decider
from domain.task.commands import TaskCommand
from domain.task.decisions import decide
from domain.task.events import TaskEvent
from domain.task.state import NothingAsked, Tasks, evolve

decider = Decider[TaskCommand, Tasks, TaskEvent](
    initial=NothingAsked(), decide=decide, evolve=evolve
)

__all__ = ["TaskCommand", "TaskEvent", "Tasks", "decider"]
