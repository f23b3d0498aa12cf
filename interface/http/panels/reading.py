"""Panels' meetings, on any day and as known at any instant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.panel.shown import ListedPanel, PanelView
from application.shared.office import stream_of
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared

router = APIRouter(prefix="/panels", tags=["panels"])


@dataclass(frozen=True, kw_only=True)
class PanelsPage:
    """A page of meetings. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    panels: Sequence[ListedPanel]
    next: str | None


@router.get("", responses=declared())
def list_panels(
    asked: AskedOf,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_PANELS),
) -> PanelsPage:
    """The meetings of the council's panels, with how much is undecided or still to be met."""
    page = Pinned.question(caller, asked, cursor)
    council = caller.principal.authority
    found = caller.service.registers.panel_list.listed(
        council, page.of, after=page.after, limit=limit + 1
    )
    return PanelsPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        panels=found[:limit],
        next=page.after_these(found, limit, lambda each: each.panel_id),
    )


@router.get("/{panel_id}", responses=declared(404))
def read_panel(
    panel_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_PANELS),
) -> PanelView:
    """One meeting: who sits and who was there, its agenda, decisions and conditions.

    The reading is noted with each search on which a decision is shown, and with each child.
    """
    view = caller.service.registers.panel_records.view(panel_id, asked.of)
    for item in view.items:
        if item.case_id is not None:
            caller.shown(stream_of("case", item.case_id))
        elif item.referral_id is not None and item.outcome is not None:
            caller.shown(stream_of("referral", item.referral_id))
    response.headers["ETag"] = f'"{view.version}"'
    return view
