"""Occupancy by setting and night: what is free, what is taken, and where it is too much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from application.access.actions import Action
from application.setting.nights import Night
from application.setting.queries import HomeNights, Whose
from application.shared.office import stream_of
from domain.setting.chronology import OccupationKind, OccupationPeriod
from domain.shared.calendar import ONE_DAY
from domain.shared.errors import NotFound
from domain.shared.moments import When, days_between
from domain.shared.vocabulary import Provision
from interface.http.asking import AskedOf, Day
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import UnknownParameter, declared
from interface.http.settings.reading import OfProvision

router = APIRouter(tags=["occupancy"])

MOST_NIGHTS = 62

FirstNight = Annotated[
    Day | None, Query(description="The first night; without it, the night of `as_at`")
]
UntilNight = Annotated[
    Day | None,
    Query(description="Up to, and without, this night, 62 at most; without it, one night"),
]


class BadStretch(UnknownParameter):
    code = "BAD_STRETCH_OF_NIGHTS"
    title = f"Ask for one night or more, and for {MOST_NIGHTS} at most"


class NextOccupancy(Pinned):
    until: Day
    provision: Provision | None


@dataclass(frozen=True, kw_only=True)
class OccupancyPage:
    """A page of homes, each night by night; `next` is the cursor of the page after."""

    night: date
    until: date
    as_known_at: datetime | None
    position: int
    settings: Sequence[HomeNights]
    next: str | None


@dataclass(frozen=True, kw_only=True)
class Held:
    """What holds places. `placement_id` is shown to those who may read that placement."""

    placement_id: UUID | None
    kind: OccupationKind
    count: int
    since: When
    until: When | None


@dataclass(frozen=True, kw_only=True)
class SettingOccupancy:
    setting_id: UUID
    night: date
    until: date
    as_known_at: datetime | None
    position: int
    nights: Sequence[Night]
    held: Sequence[Held]


@router.get("/occupancy", responses=declared())
def read_occupancy(
    asked: AskedOf,
    *,
    night: FirstNight = None,
    until: UntilNight = None,
    provision: OfProvision = None,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_OCCUPANCY),
) -> OccupancyPage:
    """Every home of the authority by night, going by what was known at an instant."""
    first = night or asked.of.day
    page = NextOccupancy.question(
        caller, asked, cursor, day=first, until=until or first + ONE_DAY, provision=provision
    )
    whose = Whose(
        authority=caller.principal.authority,
        provision=page.provision,
        after=page.after,
        limit=limit + 1,
    )
    nights = _nights(page.day, page.until)
    found = caller.service.registers.occupancy.by_night(whose, nights, page.position)
    return OccupancyPage(
        night=page.day,
        until=page.until,
        as_known_at=page.known_at,
        position=page.position,
        settings=found[:limit],
        next=page.after_these(found, limit, lambda each: each.setting_id),
    )


@router.get("/settings/{setting_id}/occupancy", responses=declared(404))
def read_setting_occupancy(
    setting_id: UUID,
    asked: AskedOf,
    night: FirstNight = None,
    until: UntilNight = None,
    caller: Caller = reading(Action.READ_OCCUPANCY),
) -> SettingOccupancy:
    """One home by night, and what holds its places."""
    first = night or asked.of.day
    before = until or first + ONE_DAY
    nights = _nights(first, before)
    found = caller.service.registers.setting_records.occupancy(setting_id, nights, asked.of)
    return SettingOccupancy(
        setting_id=setting_id,
        night=first,
        until=before,
        as_known_at=asked.known_at,
        position=found.position,
        nights=found.nights,
        held=[_held(caller, each) for each in found.occupation],
    )


def _nights(first: date, until: date) -> Sequence[date]:
    if not 1 <= (until - first).days <= MOST_NIGHTS:
        raise BadStretch
    return days_between(first, until)


def _held(caller: Caller, period: OccupationPeriod) -> Held:
    return Held(
        placement_id=_if_readable(caller, period.placement_id),
        kind=period.kind,
        count=period.count,
        since=period.since,
        until=period.until,
    )


def _if_readable(caller: Caller, placement_id: UUID | None) -> UUID | None:
    if placement_id is None:
        return None
    try:
        may = caller.would_reach(Action.READ_PLACEMENT, stream_of("placement", placement_id))
    except NotFound:
        return None
    return placement_id if may else None
