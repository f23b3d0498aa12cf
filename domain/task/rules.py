"""Who may close a task, and with what (docs/domain/10, R-107)."""

from domain.shared.errors import NotFound, NotPermitted, WrongState
from domain.task.codes import DONE_BY_ITS_ACT, ClosedAs
from domain.task.commands import CloseTask
from domain.task.events import TaskRaised
from domain.task.state import Tasks, Waiting


def open_task(tasks: Tasks, command: CloseTask) -> TaskRaised:
    """The task, if it still waits."""
    if not isinstance(tasks, Waiting) or command.task_id not in tasks.raised:
        raise NotFound("There is no task with this id.")
    if command.task_id in tasks.closed:
        raise WrongState("This task was closed already.")
    return tasks.raised[command.task_id]


def require_waits_for(task: TaskRaised, role: str) -> None:
    """Only those it waits for close it."""
    if role not in task.waits_for:
        raise NotPermitted(f"This task waits for: {', '.join(task.waits_for)}.")


def require_on_record(task: TaskRaised, command: CloseTask) -> None:
    """Refuse to call done what would not be on record: the child's deadline would run on."""
    if task.code in DONE_BY_ITS_ACT and command.closed_as is ClosedAs.DONE:
        raise WrongState("Record the plan or the end of the stay: that closes this task.")
