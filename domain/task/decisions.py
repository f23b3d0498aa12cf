"""Every transition of the tasks about one stream, in one table."""

from collections.abc import Sequence

from domain.shared.said import require_said
from domain.task.codes import ClosedAs, TaskCode
from domain.task.commands import CloseTask, RaiseTask, ReviseTasks, SettleTasks, TaskCommand
from domain.task.events import CauseGone, TaskClosed, TaskEvent, TaskRaised
from domain.task.rules import (
    open_task,
    require_on_record,
    require_waits_for,
)
from domain.task.state import Tasks, Waiting


def decide(tasks: Tasks, command: TaskCommand) -> Sequence[TaskEvent]:
    """Turn a command into the events it causes. What the service asks twice causes nothing."""
    match command:
        case RaiseTask():
            return raise_task(tasks, command)
        case CloseTask():
            return close(tasks, command)
        case SettleTasks():
            return settle(tasks, command)
        case ReviseTasks():
            return revise(tasks, command)


def raise_task(tasks: Tasks, command: RaiseTask) -> Sequence[TaskEvent]:
    if isinstance(tasks, Waiting):
        waits = any(each.code == command.code for each in tasks.waiting())
        if command.task_id in tasks.raised or (command.unless_open and waits):
            return []
    return [TaskRaised(**command.model_dump(exclude={"unless_open"}))]


def close(tasks: Tasks, command: CloseTask) -> Sequence[TaskEvent]:
    task = open_task(tasks, command)
    require_waits_for(task, command.role)
    require_said(text=command.text)
    require_on_record(task, command)
    return [TaskClosed(**command.model_dump(exclude={"role"}))]


def settle(tasks: Tasks, command: SettleTasks) -> Sequence[TaskEvent]:
    """Close what waits of these codes; nothing where nothing does."""
    waiting = tasks.waiting() if isinstance(tasks, Waiting) else ()
    return [
        TaskClosed(task_id=each.task_id, closed_as=ClosedAs.SETTLED, because=command.because)
        for each in waiting
        if each.code in command.codes and (command.only is None or each.task_id in command.only)
    ]


def revise(tasks: Tasks, command: ReviseTasks) -> Sequence[TaskEvent]:
    """Settle what is so no longer, and raise what has come to be so.

    What somebody called not needed is not raised anew while it is so without a break (R-122).
    """
    over = command.among - {each.code for each in command.now}
    settled = settle(tasks, SettleTasks(codes=over, because=command.because))
    waived = tasks.waived if isinstance(tasks, Waiting) else frozenset[TaskCode]()
    gone = [CauseGone(code=each, because=command.because) for each in sorted(over & waived)]
    asked = [each for each in command.now if each.code not in waived]
    return [*settled, *gone, *(event for each in asked for event in raise_task(tasks, each))]
