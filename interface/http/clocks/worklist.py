"""The worklist: every clock that runs, the most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from application.access.actions import Action
from application.access.policy import keeps_to
from application.access.principal import Role
from application.clock.queries import DueClock, Place, Wanted, Whose
from application.shared.asking import AsOf
from domain.shared.moments import london_day
from interface.http.asking import Asked, AskedOf, Day
from interface.http.dependencies import Caller, reading
from interface.http.kept import Kept, KeptTo
from interface.http.paging import CursorText, InUTC, Limit, Number, opened, written
from interface.http.problems import declared
from interface.http.text import ShortText

router = APIRouter(prefix="/clocks", tags=["clocks"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which clocks are asked for, beside whose."""

    role: Role | None = None
    overdue: bool = False
    due_from: Day | None = None
    due_by: Day | None = None


def sought(
    role: Annotated[Role | None, Query(description="Only those for this role to meet")] = None,
    *,
    overdue: Annotated[bool, Query(description="Only those that have run out")] = False,
    due_from: Annotated[
        Day | None, Query(description="Only those due on this day or later")
    ] = None,
    due_by: Annotated[Day | None, Query(description="Only those due on this day or sooner")] = None,
) -> Sought:
    return Sought(role=role, overdue=overdue, due_from=due_from, due_by=due_by)


class NextClocks(BaseModel):
    """Where the next page begins, and what the first one asked."""

    position: Number
    day: date
    at: InUTC
    known_at: InUTC | None
    kept: KeptTo = KeptTo()
    sought: Sought = Sought()
    due: InUTC | None = None
    stream: ShortText | None = None
    key: ShortText | None = None

    @property
    def of(self) -> AsOf:
        return AsOf(day=self.day, position=self.position, at=self.at)

    @property
    def place(self) -> Place | None:
        if self.due is None or self.stream is None or self.key is None:
            return None
        return Place(self.due, self.stream, self.key)

    def beyond(self, last: DueClock) -> str:
        """The cursor of the page that begins after a line."""
        place = {"due": last.due, "stream": last.stream, "key": last.key}
        return written(self.model_copy(update=place))


@dataclass(frozen=True, kw_only=True)
class Clocks:
    """A page of the worklist. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    clocks: Sequence[DueClock]
    next: str | None


@router.get("", responses=declared())
def read_worklist(
    asked: AskedOf,
    kept: Kept,
    wanted: Annotated[Sought, Depends(sought)],
    *,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_WORKLIST),
) -> Clocks:
    """What is due, the most urgent first. Caseworkers and reviewing officers see their own.

    By child, provider, person or team, by the role that has to meet it, by when it falls due, or
    what has run out. `warned` is the newest warning given.
    """
    service = caller.service
    question = _question(asked, kept, wanted, service.log_times.newest(), cursor)
    found = service.worklist.due(
        whose(caller), question.of, _wanted(question, caller), after=question.place, limit=limit + 1
    )
    page = found[:limit]
    return Clocks(
        as_at=question.day,
        as_known_at=question.known_at,
        position=question.position,
        clocks=page,
        next=question.beyond(page[-1]) if len(found) > limit else None,
    )


def whose(caller: Caller) -> Whose:
    return Whose(
        authority=caller.principal.authority,
        related=keeps_to(caller.principal),
        today=london_day(caller.service.clock.now()),
    )


def _wanted(question: NextClocks, caller: Caller) -> Wanted:
    sought = question.sought
    return Wanted(
        about=question.kept.about(caller.principal),
        role=sought.role,
        overdue=sought.overdue,
        due_from=sought.due_from,
        due_by=sought.due_by,
    )


def _question(
    asked: Asked, kept: KeptTo, wanted: Sought, newest: int, cursor: str | None
) -> NextClocks:
    """What is asked of which position; every later page asks what the first one did."""
    if cursor is not None:
        return opened(cursor, NextClocks)
    of = asked.of
    position = newest if of.position is None else of.position
    return NextClocks(
        position=position,
        day=of.day,
        at=of.at,
        known_at=asked.known_at,
        kept=kept,
        sought=wanted,
    )
