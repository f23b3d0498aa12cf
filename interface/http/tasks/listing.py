"""The list of tasks, as at any day and as known at any instant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from application.access.actions import Action
from application.access.policy import keeps_to
from application.access.principal import Role
from application.clock.queries import Whose
from application.shared.asking import AsOf
from application.task.queries import LeftTask, Place, Standing, Wanted
from domain.shared.envelope import StreamId
from domain.shared.moments import london_day
from interface.http.asking import Asked, AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.kept import Kept, KeptTo
from interface.http.paging import CursorText, InUTC, Limit, Number, opened, written
from interface.http.problems import declared
from interface.http.streams import STREAM
from interface.http.text import ShortText

router = APIRouter(prefix="/tasks", tags=["tasks"])

About = Annotated[str | None, Query(pattern=STREAM, description="As `stream` names it")]


class NextTasks(BaseModel):
    """Where the next page begins, and what the first one asked."""

    position: Number
    day: date
    judged_at: InUTC
    known_at: InUTC | None
    standing: Standing
    role: Role | None
    about: ShortText | None
    kept: KeptTo = KeptTo()
    at: InUTC
    task_id: UUID


@dataclass(frozen=True, kw_only=True)
class Tasks:
    """A page of what waits for people, the oldest first."""

    as_at: date
    as_known_at: datetime | None
    position: int
    tasks: Sequence[LeftTask]
    next: str | None


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a page asks, and from where on."""

    of: AsOf
    known_at: datetime | None
    wanted: Wanted
    kept: KeptTo
    after: Place | None


@router.get("", responses=declared())
def read_tasks(  # noqa: PLR0917  # each is a parameter of the query
    asked: AskedOf,
    kept: Kept,
    standing: Standing = Standing.OPEN,
    role: Role | None = None,
    about: About = None,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_TASKS),
) -> Tasks:
    """What waits, on which roles, because of which event. Caseworkers see their own children's.

    With `role`, what waits for that role; by child, provider, person or team. What was done about
    those that are closed is told to whoever may read of the child.
    """
    wanted = Wanted(standing=standing, role=_role(caller, role), about=about)
    question = _question(asked, wanted, kept, caller.service.log_times.newest(), cursor)
    found = caller.service.tasks.records.listed(
        _whose(caller),
        question.of,
        replace(question.wanted, kept_to=question.kept.about(caller.principal)),
        after=question.after,
        limit=limit + 1,
        in_words=caller.may_also(Action.READ_CASE),
    )
    return _page(caller, question, found, limit)


def _page(caller: Caller, question: Question, found: Sequence[LeftTask], limit: int) -> Tasks:
    """As many as were asked for; that words of a record were shown is kept with it."""
    page = found[:limit]
    for stream in {StreamId(each.stream) for each in page if each.text is not None}:
        caller.shown(stream)
    return Tasks(
        as_at=question.of.day,
        as_known_at=question.known_at,
        position=question.of.position or 0,
        tasks=page,
        next=_next(question, page[-1]) if len(found) > limit else None,
    )


def _whose(caller: Caller) -> Whose:
    return Whose(
        authority=caller.principal.authority,
        related=keeps_to(caller.principal),
        today=london_day(caller.service.clock.now()),
    )


def _role(caller: Caller, asked: Role | None) -> Role | None:
    """Who sees their own children's alone sees of these what waits for them."""
    return asked if keeps_to(caller.principal) is None else caller.principal.role


def _question(
    asked: Asked, wanted: Wanted, kept: KeptTo, newest: int, cursor: str | None
) -> Question:
    """What is asked of which position; every later page asks what the first one did."""
    if cursor is not None:
        seen = opened(cursor, NextTasks)
        of = AsOf(day=seen.day, position=seen.position, at=seen.judged_at)
        again = Wanted(standing=seen.standing, role=wanted.role or seen.role, about=seen.about)
        place = Place(seen.at, seen.task_id)
        return Question(of=of, known_at=seen.known_at, wanted=again, kept=seen.kept, after=place)
    of = asked.of if asked.of.position is not None else replace(asked.of, position=newest)
    return Question(of=of, known_at=asked.known_at, wanted=wanted, kept=kept, after=None)


def _next(question: Question, last: LeftTask) -> str:
    of, wanted = question.of, question.wanted
    return written(
        NextTasks(
            position=of.position or 0,
            day=of.day,
            judged_at=of.at,
            known_at=question.known_at,
            standing=wanted.standing,
            role=Role(wanted.role) if wanted.role else None,
            about=wanted.about,
            kept=question.kept,
            at=last.at,
            task_id=last.task_id,
        )
    )
