"""Concerns as the council reads them, on any day and as known at any instant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.concern.shown import ConcernView, ListedConcern
from application.shared.office import stream_of
from domain.shared.vocabulary import Subject
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared

router = APIRouter(prefix="/concerns", tags=["concerns"])


@dataclass(frozen=True, kw_only=True)
class ConcernsPage:
    """A page of concerns. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    concerns: Sequence[ListedConcern]
    next: str | None


@router.get("", responses=declared())
def list_concerns(
    asked: AskedOf,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.LIST_CONCERNS),
) -> ConcernsPage:
    """What the council was told, how far each has come, and how much is still to be done."""
    page = Pinned.question(caller, asked, cursor)
    council = caller.principal.authority
    found = caller.service.concerns.listed.listed(
        council, page.of, after=page.after, limit=limit + 1
    )
    return ConcernsPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        concerns=found[:limit],
        next=page.after_these(found, limit, lambda each: each.concern_id),
    )


@router.get("/{concern_id}", responses=declared(404))
def read_concern(
    concern_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_CONCERN),
) -> ConcernView:
    """One concern. Who reads it reads of those children whose case they may read, and of no other.

    Whom an allegation is against is shown to those who lead concerns; from others, each text that
    tells it is withheld. The reading is noted.
    """
    whom_against = caller.may_also(Action.READ_ALLEGATION_SUBJECT)
    records = caller.service.concerns.records
    reader = Subject(caller.principal.subject)
    view = records.view(concern_id, asked.of, reader, whom_against=whom_against)
    if not view.children:
        caller.shown(stream_of("concern", concern_id))
    response.headers["ETag"] = f'"{view.version}"'
    return _as_may_be_read(view, caller)


def _as_may_be_read(view: ConcernView, caller: Caller) -> ConcernView:
    def may(kind: str, action: Action, each: UUID) -> bool:
        return caller.would_reach(action, stream_of(kind, each))

    return replace(
        view,
        children=[each for each in view.children if may("case", Action.READ_CASE, each)],
        placements=[
            each for each in view.placements if may("placement", Action.READ_PLACEMENT, each)
        ],
    )
