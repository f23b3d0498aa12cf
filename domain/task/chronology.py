"""How long each task waited, and what became of it."""

from collections.abc import Iterable, Sequence

from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import EventId, Subject
from domain.task.codes import ClosedAs, TaskCode, TaskId
from domain.task.events import TaskClosed, TaskEvent, TaskRaised


class TaskPeriod(Period):
    """One task, from when it was raised until it was closed."""

    task_id: TaskId
    code: TaskCode
    waits_for: tuple[str, ...]
    because: EventId
    policy: str
    closed_as: ClosedAs | None = None
    closed_by: Subject | None = None


def chronology(history: Iterable[Recorded[TaskEvent]]) -> Sequence[TaskPeriod]:
    """Every task about one stream, in the order in which they were raised."""
    told: dict[TaskId, TaskPeriod] = {}
    for recorded in history:
        match recorded.event:
            case TaskRaised() as raised:
                told[raised.task_id] = TaskPeriod(
                    since=recorded.effective_at,
                    until=None,
                    source=recorded.event_id,
                    ended_by=None,
                    **dict(raised),
                )
            case TaskClosed(task_id=key, closed_as=closed_as, by=by):
                ending = {"until": recorded.effective_at, "ended_by": recorded.event_id}
                said = {"closed_as": closed_as, "closed_by": by}
                told[key] = told[key].model_copy(update=ending | said)
    return list(told.values())
