"""The register of children placed here by other authorities, by day and as was known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.incoming.queries import IncomingView, ListedIncoming
from application.shared.office import stream_of
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared

router = APIRouter(prefix="/incoming", tags=["incoming"])


@dataclass(frozen=True, kw_only=True)
class IncomingPage:
    """A page of notifications. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    incoming: Sequence[ListedIncoming]
    next: str | None


@router.get("", responses=declared())
def list_incoming(
    asked: AskedOf,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_INCOMING),
) -> IncomingPage:
    """Children placed here by other authorities: whose, in which home, since when."""
    page = Pinned.question(caller, asked, cursor)
    council = caller.principal.authority
    found = caller.service.incoming.listed.listed(
        council, page.of, after=page.after, limit=limit + 1
    )
    return IncomingPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        incoming=found[:limit],
        next=page.after_these(found, limit, lambda each: each.incoming_id),
    )


@router.get("/{incoming_id}", responses=declared(404))
def read_incoming(
    incoming_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_INCOMING),
) -> IncomingView:
    """One notification. The reading is noted: a child could be recognised by it."""
    view = caller.service.incoming.records.view(incoming_id, asked.of)
    caller.shown(stream_of("incoming", incoming_id))
    response.headers["ETag"] = f'"{view.version}"'
    return view
