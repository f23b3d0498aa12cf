"""Closing a task, by somebody it waits for."""

from dataclasses import dataclass
from uuid import UUID

from application.shared.office import Office
from application.shared.ports import Occasion, Receipt
from application.task.raising import task_stream
from domain import task
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import Subject
from domain.task.codes import ClosedAs, TaskId
from domain.task.commands import CloseTask


@dataclass(frozen=True)
class TaskHandlers:
    office: Office

    def close(
        self, occasion: Occasion, about: StreamId, task_id: UUID, closed_as: ClosedAs, text: str
    ) -> Receipt:
        command = CloseTask(
            task_id=TaskId(task_id),
            closed_as=closed_as,
            text=text,
            role=occasion.actor.role,
            by=Subject(occasion.actor.subject),
        )
        return self.office.act(occasion, task_stream(about), task.decider, command)
