"""The worklist: every clock that runs, the most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fastapi import APIRouter
from pydantic import BaseModel

from application.access.actions import Action
from application.access.policy import keeps_to
from application.access.principal import Role
from application.clock.queries import DueClock, Place, Whose
from application.shared.asking import AsOf
from domain.shared.moments import london_day
from interface.http.asking import Asked, AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, InUTC, Limit, Number, opened, written
from interface.http.problems import declared
from interface.http.text import ShortText

router = APIRouter(prefix="/clocks", tags=["clocks"])


class NextClocks(BaseModel):
    """Where the next page begins, and what the first one asked."""

    position: Number
    day: date
    at: InUTC
    known_at: InUTC | None
    due: InUTC
    stream: ShortText
    key: ShortText
    role: Role | None = None


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
    limit: Limit = 50,
    cursor: CursorText = None,
    role: Role | None = None,
    caller: Caller = reading(Action.READ_WORKLIST),
) -> Clocks:
    """What is due, the most urgent first. Caseworkers and reviewing officers see their own.

    With `role`, those that are for that role to meet. `warned` is the newest warning given.
    """
    service = caller.service
    whose = Whose(
        authority=caller.principal.authority,
        related=keeps_to(caller.principal),
        today=london_day(service.clock.now()),
    )
    of, known_at, role, after = _question(asked, role, service.log_times.newest(), cursor)
    found = service.worklist.due(whose, of, role, after=after, limit=limit + 1)
    page = found[:limit]
    more = _next(of, known_at, role, page[-1]) if len(found) > limit else None
    return Clocks(
        as_at=of.day, as_known_at=known_at, position=of.position or 0, clocks=page, next=more
    )


def _question(
    asked: Asked, role: Role | None, newest: int, cursor: str | None
) -> tuple[AsOf, datetime | None, Role | None, Place | None]:
    """What is asked of which position; every later page asks what the first one did."""
    if cursor is not None:
        seen = opened(cursor, NextClocks)
        of = AsOf(day=seen.day, position=seen.position, at=seen.at)
        return of, seen.known_at, seen.role, Place(seen.due, seen.stream, seen.key)
    of = asked.of
    position = newest if of.position is None else of.position
    return AsOf(day=of.day, position=position, at=of.at), asked.known_at, role, None


def _next(of: AsOf, known_at: datetime | None, role: Role | None, last: DueClock) -> str:
    return written(
        NextClocks(
            position=of.position or 0,
            day=of.day,
            at=of.at,
            known_at=known_at,
            due=last.due,
            stream=last.stream,
            key=last.key,
            role=role,
        )
    )
