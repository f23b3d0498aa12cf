"""A task is raised once for each cause, and closed once: by who it waits for, or by itself."""

from typing import Any
from uuid import UUID

import pytest

from domain.shared.errors import (
    CorruptHistory,
    MissingInformation,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.vocabulary import EventId, Subject
from domain.task import TaskCommand, TaskEvent, Tasks, decider
from domain.task.chronology import chronology
from domain.task.codes import PLAN_CONTACT, PLAN_MOVE, ClosedAs, TaskId
from domain.task.commands import CloseTask, RaiseTask, ReviseTasks, SettleTasks
from domain.task.events import CauseGone, TaskClosed, TaskRaised
from tests.support.recorded import NOON, event_id, recorded
from tests.support.scenario import Case

tasks: Case[TaskCommand, Tasks, TaskEvent] = Case(decider)
CAUSE, ROBIN = EventId(UUID(int=7)), Subject("robin")


def task_id(number: int = 1) -> TaskId:
    return TaskId(UUID(int=100 + number))


def ask(number: int = 1, code: str = PLAN_MOVE, **changed: Any) -> RaiseTask:
    return RaiseTask(
        task_id=task_id(number),
        code=code,
        waits_for=("caseworker", "dcs"),
        because=CAUSE,
        policy="leave-to-people",
        **changed,
    )


def raised(number: int = 1, code: str = PLAN_MOVE) -> TaskRaised:
    return TaskRaised(**ask(number, code).model_dump(exclude={"unless_open"}))


def close(number: int = 1, **changed: Any) -> CloseTask:
    said: dict[str, Any] = {
        "task_id": task_id(number),
        "closed_as": ClosedAs.DONE,
        "text": "A home was found.",
        "role": "caseworker",
        "by": ROBIN,
    }
    return CloseTask(**said | changed)


def closed(number: int = 1) -> TaskClosed:
    return TaskClosed(
        task_id=task_id(number), closed_as=ClosedAs.DONE, text="A home was found.", by=ROBIN
    )


def settled(number: int = 1) -> TaskClosed:
    return TaskClosed(task_id=task_id(number), closed_as=ClosedAs.SETTLED, because=CAUSE)


def test_a_task_is_raised_once_for_its_cause() -> None:
    tasks.when(ask()).then(raised())
    tasks.given(raised()).when(ask()).then()
    tasks.given(raised(), closed()).when(ask()).then()


def test_another_cause_is_another_task_unless_one_open_says_it_all() -> None:
    tasks.given(raised(1)).when(ask(2)).then(raised(2))
    tasks.given(raised(1)).when(ask(2, unless_open=True)).then()
    tasks.given(raised(1), closed(1)).when(ask(2, unless_open=True)).then(raised(2))
    tasks.given(raised(1)).when(ask(2, PLAN_CONTACT, unless_open=True)).then(
        raised(2, PLAN_CONTACT)
    )


def test_who_it_waits_for_closes_it_with_what_was_done() -> None:
    tasks.given(raised(1, PLAN_CONTACT)).when(close()).then(closed())


@pytest.mark.covers("R-107")
def test_a_move_is_planned_by_its_plan_and_not_by_saying_so() -> None:
    needless: dict[str, Any] = {"closed_as": ClosedAs.NOT_NEEDED, "text": "She left before."}
    without = TaskClosed(task_id=task_id(), by=ROBIN, **needless)

    tasks.given(raised()).when(close()).then_refused(WrongState)
    tasks.given(raised()).when(close(**needless)).then(without)


def test_nobody_else_closes_it_and_nobody_without_a_word() -> None:
    tasks.given(raised()).when(close(role="broker")).then_refused(NotPermitted)
    tasks.given(raised()).when(close(text="  ")).then_refused(MissingInformation)


def test_it_is_closed_once_and_only_if_it_was_raised() -> None:
    tasks.when(close()).then_refused(NotFound)
    tasks.given(raised(1)).when(close(2)).then_refused(NotFound)
    tasks.given(raised(), closed()).when(close()).then_refused(WrongState)
    tasks.given(raised(), settled()).when(close()).then_refused(WrongState)


def test_what_happened_settles_what_waits_for_it_and_nothing_else() -> None:
    settle = SettleTasks(codes=frozenset({PLAN_MOVE}), because=CAUSE)

    tasks.when(settle).then()
    tasks.given(raised(1), raised(2), raised(3, PLAN_CONTACT), closed(2)).when(settle).then(
        settled(1)
    )


def test_nothing_is_closed_that_was_never_raised() -> None:
    with pytest.raises(CorruptHistory):
        decider.replay([closed()])


def test_how_long_each_task_waited_and_what_became_of_it() -> None:
    first, second = chronology(recorded(raised(1), raised(2), closed(1)))

    assert (first.until, first.ended_by, first.closed_as) == (NOON, event_id(3), ClosedAs.DONE)
    assert (second.until, second.closed_as, second.closed_by) == (None, None, None)


def test_tasks_are_brought_up_to_how_things_stand() -> None:
    """What is so no longer is settled, what still is stays, what is new is raised."""
    now = (ask(3, PLAN_CONTACT, unless_open=True),)
    revise = ReviseTasks(among=frozenset({PLAN_MOVE, PLAN_CONTACT}), now=now, because=CAUSE)

    tasks.given(raised(1)).when(revise).then(settled(1), raised(3, PLAN_CONTACT))
    tasks.given(raised(2, PLAN_CONTACT)).when(revise).then()
    tasks.given(raised(4, "OTHER"), raised(2, PLAN_CONTACT)).when(
        ReviseTasks(among=frozenset({PLAN_CONTACT}), now=(), because=CAUSE)
    ).then(settled(2))


NOT_NEEDED = TaskClosed(
    task_id=task_id(2), closed_as=ClosedAs.NOT_NEEDED, text="We know, and it will do.", by=ROBIN
)
GONE = CauseGone(code=PLAN_CONTACT, because=CAUSE)


def revised(*now: RaiseTask) -> ReviseTasks:
    return ReviseTasks(among=frozenset({PLAN_CONTACT}), now=now, because=CAUSE)


@pytest.mark.covers("R-122", "R-107")
def test_what_somebody_called_not_needed_is_not_asked_again_while_it_is_so() -> None:
    still = revised(ask(3, PLAN_CONTACT, unless_open=True))
    waived = tasks.given(raised(2, PLAN_CONTACT), NOT_NEEDED)

    waived.when(still).then()
    waived.when(revised()).then(GONE)
    again = tasks.given(*waived.history, GONE)
    again.when(revised()).then()
    again.when(still).then(raised(3, PLAN_CONTACT))
    done = NOT_NEEDED.model_copy(update={"closed_as": ClosedAs.DONE})
    tasks.given(raised(2, PLAN_CONTACT), done).when(still).then(raised(3, PLAN_CONTACT))


@pytest.mark.covers("R-122")
def test_what_happened_to_one_settles_its_own_task_and_no_other_of_that_code() -> None:
    settle = SettleTasks(codes=frozenset({PLAN_MOVE}), because=CAUSE, only=frozenset({task_id(2)}))

    tasks.given(raised(1), raised(2)).when(settle).then(settled(2))
    tasks.given(raised(1)).when(settle).then()
