"""The board of all searches, and one search whole: on any day, as known at any instant."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import AwareDatetime, BaseModel

from application.access.policy import Action, keeps_to
from application.clock.queries import Whose
from application.referral.queries import BoardPlace, OnBoard
from application.referral.shown import ReferralView
from application.referral.why_not import WhyNot
from application.shared.asking import AsOf
from domain.referral.chronology import StageName
from domain.shared.moments import london_day
from interface.http.asking import Asked, AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit, opened, written
from interface.http.problems import declared

router = APIRouter(prefix="/referrals", tags=["referrals"])


class NextReferrals(BaseModel):
    """Where the next page begins, and what the first one asked."""

    position: int
    day: date
    at: AwareDatetime
    known_at: AwareDatetime | None
    stages: list[StageName]
    needed_from: date
    referral_id: UUID


@dataclass(frozen=True, kw_only=True)
class BoardPage:
    """A page of the board. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    referrals: Sequence[OnBoard]
    next: str | None


@dataclass(frozen=True, kw_only=True)
class ReadReferral(ReferralView):
    """`as_known_at` is none where everything known counts."""

    as_known_at: datetime | None


@dataclass(frozen=True, slots=True)
class BoardQuestion:
    """What is asked of which position; every later page asks what the first one did."""

    of: AsOf
    known_at: datetime | None
    stages: Sequence[StageName]
    after: BoardPlace | None


@router.get("", responses=declared())
def read_board(
    asked: AskedOf,
    stage: Annotated[
        list[StageName] | None, Query(max_length=len(StageName), description="Only at these stages")
    ] = None,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_BOARD),
) -> BoardPage:
    """Every search of the authority, the soonest needed first. Caseworkers see their own."""
    service = caller.service
    whose = Whose(
        authority=caller.principal.authority,
        related=keeps_to(caller.principal),
        today=london_day(service.clock.now()),
    )
    question = _question(asked, stage or [], service.log_times.newest(), cursor)
    found = service.search.board.page(
        whose, question.of, stages=question.stages, after=question.after, limit=limit + 1
    )
    page = found[:limit]
    return BoardPage(
        as_at=question.of.day,
        as_known_at=question.known_at,
        position=question.of.position or 0,
        referrals=page,
        next=_next(question, page[-1]) if len(found) > limit else None,
    )


@router.get("/{referral_id}", responses=declared(404))
def read_referral(
    referral_id: UUID,
    request: Request,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_REFERRAL),
) -> ReadReferral:
    """One search: request, invitations, offers late ones too, choice, funding.

    Read as it is now, its ETag is the version that a decision names in `If-Match`.
    """
    found = caller.service.search.views.view(referral_id, asked.of)
    if not {"as_at", "as_known_at"} & set(request.query_params):
        response.headers["ETag"] = f'"{found.version}"'
    shown = {each.name: getattr(found, each.name) for each in fields(ReferralView)}
    return ReadReferral(**shown, as_known_at=asked.known_at)


@router.get("/{referral_id}/why-not", responses=declared(404))
def read_why_not(
    referral_id: UUID,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_REFERRAL),
) -> WhyNot:
    """Why a request led to no home: who was asked, what they were shown, and why not."""
    return caller.service.search.views.why_not(referral_id, asked.of)


def _question(
    asked: Asked, stages: Sequence[StageName], newest: int, cursor: str | None
) -> BoardQuestion:
    if cursor is not None:
        seen = opened(cursor, NextReferrals)
        of = AsOf(day=seen.day, position=seen.position, at=seen.at)
        place = BoardPlace(seen.needed_from, seen.referral_id)
        return BoardQuestion(of, seen.known_at, seen.stages, place)
    position = newest if asked.of.position is None else asked.of.position
    of = AsOf(day=asked.of.day, position=position, at=asked.of.at)
    return BoardQuestion(of, asked.known_at, stages, None)


def _next(question: BoardQuestion, last: OnBoard) -> str:
    return written(
        NextReferrals(
            position=question.of.position or 0,
            day=question.of.day,
            at=question.of.at,
            known_at=question.known_at,
            stages=list(question.stages),
            needed_from=last.needed_from,
            referral_id=last.referral_id,
        )
    )
