"""What policies were refused, so that a person must see to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from pydantic import BaseModel

from application.access.audit import Task
from application.access.policy import Action
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit, Number, opened, written
from interface.http.problems import declared

router = APIRouter(prefix="/tasks", tags=["audit"])


class NextTasks(BaseModel):
    after: Number


@dataclass(frozen=True, kw_only=True)
class Tasks:
    """A page of what is left to people, the oldest first."""

    tasks: Sequence[Task]
    next: str | None


@router.get("", responses=declared())
def read_tasks(
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_TASKS),
) -> Tasks:
    """Each with the policy, the event that it followed and the code it was refused under."""
    found = caller.service.audit.tasks.left_to_people(
        caller.principal.authority,
        after=opened(cursor, NextTasks).after if cursor else 0,
        limit=limit + 1,
    )
    page = found[:limit]
    more = written(NextTasks(after=page[-1].id)) if len(found) > limit else None
    return Tasks(tasks=page, next=more)
