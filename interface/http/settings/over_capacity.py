"""The register of homes over their number: shown, and never hidden (6-51)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fastapi import APIRouter

from application.access.actions import Action
from application.setting.queries import Whose
from application.setting.shown import OverfullHome
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared
from interface.http.settings.occupancy import FirstNight

router = APIRouter(prefix="/over-capacity", tags=["occupancy"])


@dataclass(frozen=True, kw_only=True)
class OverCapacityPage:
    """A page of homes with more in them than they may take on a night."""

    night: date
    as_known_at: datetime | None
    position: int
    settings: Sequence[OverfullHome]
    next: str | None


@router.get("", responses=declared())
def read_over_capacity(
    asked: AskedOf,
    *,
    night: FirstNight = None,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_OCCUPANCY),
) -> OverCapacityPage:
    """Every home of the authority that is over its number on a night, and by how much."""
    page = Pinned.question(caller, asked, cursor, day=night or asked.of.day)
    whose = Whose(authority=caller.principal.authority, after=page.after, limit=limit + 1)
    found = caller.service.registers.overfull.over_on(whose, page.day, page.position)
    return OverCapacityPage(
        night=page.day,
        as_known_at=page.known_at,
        position=page.position,
        settings=found[:limit],
        next=page.after_these(found, limit, lambda each: each.setting_id),
    )
