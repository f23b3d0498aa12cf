"""Leaving something to people: how policies raise tasks, and settle them again."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from application.clock.owners import owner_of
from application.shared.casework import Ask
from application.shared.ports import Reads
from application.task.waiting import waits_for
from application.telling.streams import PREFIX as MESSAGES
from domain import task
from domain.shared.envelope import Recorded, StreamId
from domain.shared.vocabulary import EventId
from domain.task.codes import TaskCode, TaskId
from domain.task.commands import RaiseTask, ReviseTasks, SettleTasks
from domain.task.events import TaskClosed, TaskRaised

PREFIX = "task-"
OF_CAUSE = UUID("5b0e7f3c-6f0f-5f5e-9f0a-6d7d1b2c9a40")
"""Ids of tasks are made of their cause, so that one cause is never two tasks."""


def task_stream(about: StreamId) -> StreamId:
    return StreamId(PREFIX + about)


def subject_of(tasks: StreamId) -> StreamId:
    """What the tasks of a stream are about."""
    return StreamId(tasks.removeprefix(PREFIX))


@dataclass(frozen=True)
class Raising:
    """A policy's own hand in the tasks; they lie in the file of what they are about."""

    streams: Reads
    policy: str

    def raised(
        self,
        because: Recorded[Any],
        code: TaskCode,
        *,
        about: StreamId | None = None,
    ) -> Ask:
        """A task about a stream, or about the one in which its cause was recorded."""
        subject = about or _owner(because.stream)
        command = self._raise(because, code, subject, unless_open=False)
        file = self.streams.read(subject).file
        return Ask(task_stream(subject), task.decider, command, file=file)

    def revised(
        self,
        because: Recorded[Any],
        *,
        about: StreamId,
        now: Iterable[TaskCode],
        among: frozenset[TaskCode],
    ) -> list[Ask]:
        """Of some codes, tasks for what is so now and for nothing else; nothing, if so already."""
        raised = [self._raise(because, code, about, unless_open=True) for code in sorted(set(now))]
        command = ReviseTasks(among=among, now=tuple(raised), because=EventId(because.event_id))
        stream = task_stream(about)
        if not task.decider.decide(self.streams.read(stream).folded(task.decider), command):
            return []
        return [Ask(stream, task.decider, command, file=self.streams.read(about).file)]

    def settled_by(
        self, about: StreamId, events: Container[UUID], among: frozenset[TaskCode]
    ) -> frozenset[TaskCode]:
        """Of some codes, those of which one of these events closed a task about a stream."""
        told = self.streams.read(task_stream(about)).facts
        closed = {e.task_id for e in told if isinstance(e, TaskClosed) and e.because in events}
        raised = [e for e in told if isinstance(e, TaskRaised) and e.task_id in closed]
        return frozenset(each.code for each in raised) & among

    def _raise(
        self, because: Recorded[Any], code: TaskCode, about: StreamId, *, unless_open: bool
    ) -> RaiseTask:
        return RaiseTask(
            task_id=_id(because, code),
            code=code,
            waits_for=waits_for(code, about),
            because=EventId(because.event_id),
            policy=self.policy,
            unless_open=unless_open,
        )

    def settled(
        self,
        because: Recorded[Any],
        *codes: TaskCode,
        about: StreamId | None = None,
        raised_by: Iterable[Recorded[Any]] | None = None,
    ) -> list[Ask]:
        """Nothing, where no task of these codes waits; of these causes alone, if any are named."""
        stream = task_stream(about or _owner(because.stream))
        command = SettleTasks(
            codes=frozenset(codes),
            because=EventId(because.event_id),
            only=None if raised_by is None else _ids(raised_by, codes),
        )
        if not task.decider.decide(self.streams.read(stream).folded(task.decider), command):
            return []
        return [Ask(stream, task.decider, command)]


def _id(because: Recorded[Any], code: TaskCode) -> TaskId:
    return TaskId(uuid5(OF_CAUSE, f"{because.event_id}:{code}"))


def _ids(causes: Iterable[Recorded[Any]], codes: Iterable[TaskCode]) -> frozenset[TaskId]:
    return frozenset(_id(each, code) for each in causes for code in codes)


def _owner(stream: StreamId) -> StreamId:
    """A deadline that ran out, or a message, is about what it is a deadline or a message of."""
    return StreamId(owner_of(subject_of(stream)).removeprefix(MESSAGES))
