"""The board: one queue of all searches, on any day, as known at any instant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from application.access.actions import Action
from application.access.policy import keeps_to
from application.access.principal import Role
from application.clock.queries import Whose
from application.referral.board import BoardFilter, BoardPlace, OnBoard, Route
from domain.referral.chronology import StageName
from domain.referral.chronology.turns import OVER
from domain.shared.moments import london_day
from interface.http.asking import AskedOf, Day
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, InUTC, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared
from interface.http.text import ShortText

router = APIRouter(prefix="/referrals", tags=["referrals"])


class NextReferrals(Pinned):
    """Where the next page begins, and what the first one asked."""

    stages: list[StageName]
    routes: list[Route]
    lot: str | None
    waits_on: Role | None
    mine: bool
    overdue: bool
    over: bool = False
    due: InUTC | None = None
    needed_from: Day | None = None


@dataclass(frozen=True, kw_only=True)
class BoardPage:
    """A page of the board. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    referrals: Sequence[OnBoard]
    next: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What the board is kept to, as it was asked."""

    stages: list[StageName]
    routes: list[Route]
    lot: str | None
    waits_on: Role | None
    mine: bool
    overdue: bool


def kept_to(
    stage: Annotated[
        list[StageName] | None, Query(max_length=len(StageName), description="Only at these stages")
    ] = None,
    route: Annotated[
        list[Route] | None, Query(max_length=len(Route), description="Only by these routes")
    ] = None,
    lot: ShortText | None = None,
    waits_on: Role | None = None,
    *,
    mine: Annotated[bool, Query(description="Only children whom the caller works with")] = False,
    overdue: Annotated[bool, Query(description="Only with a deadline that has passed")] = False,
) -> Kept:
    return Kept(stage or [], route or [], lot, waits_on, mine, overdue)


@router.get("", responses=declared())
def read_board(
    asked: AskedOf,
    kept: Annotated[Kept, Depends(kept_to)],
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_BOARD),
) -> BoardPage:
    """Every search of the authority as one queue, what falls due first first.

    Caseworkers see their own. Each line says what the search waits for, on whom and since
    when, how old the children are, and its next deadline with the newest warning.
    """
    service, who = caller.service, caller.principal
    whose = Whose(
        authority=who.authority, related=keeps_to(who), today=london_day(service.clock.now())
    )
    told = {name: getattr(kept, name) for name in Kept.__slots__}
    question = NextReferrals.question(caller, asked, cursor, **told)
    found = service.search.queue.page(
        whose, question.of, _filter(question, caller), after=_place(question), limit=limit + 1
    )
    page = found[:limit]
    return BoardPage(
        as_at=question.day,
        as_known_at=question.known_at,
        position=question.position,
        referrals=page,
        next=_next(question, page[-1]) if len(found) > limit else None,
    )


def _filter(question: NextReferrals, caller: Caller) -> BoardFilter:
    own = caller.principal.teams | {caller.principal.subject}
    return BoardFilter(
        stages=question.stages,
        routes=question.routes,
        lot=question.lot,
        waits_on=question.waits_on,
        worked_by=own if question.mine else None,
        overdue=question.overdue,
    )


def _place(question: NextReferrals) -> BoardPlace | None:
    if question.after is None or question.needed_from is None:
        return None
    return BoardPlace(question.over, question.due, question.needed_from, question.after)


def _next(question: NextReferrals, last: OnBoard) -> str:
    over = last.stage in OVER and last.due is None
    place = {"over": over, "due": last.due, "needed_from": last.needed_from}
    return question.model_copy(update=place).beyond(last.referral_id)
