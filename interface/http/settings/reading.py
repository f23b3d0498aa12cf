"""The register of homes: a list on any day, and one home, both as known at any instant."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from application.access.actions import Action
from application.setting.queries import Whose
from application.setting.shown import ListedHome, SettingView
from application.shared.office import stream_of
from domain.shared.moments import london_day
from domain.shared.vocabulary import Provision
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared

router = APIRouter(prefix="/settings", tags=["settings"])

OfProvision = Annotated[Provision | None, Query(description="Only homes of this provision")]


class NextSettings(Pinned):
    provision: Provision | None


@dataclass(frozen=True, kw_only=True)
class SettingsPage:
    """A page of the register. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    settings: Sequence[ListedHome]
    next: str | None


@dataclass(frozen=True, kw_only=True)
class ReadSetting(SettingView):
    as_at: date
    as_known_at: datetime | None


@router.get("", responses=declared())
def list_settings(
    asked: AskedOf,
    *,
    provision: OfProvision = None,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_REGISTERS),
) -> SettingsPage:
    """The authority's homes on a day, with the places that are free that night."""
    page = NextSettings.question(caller, asked, cursor, provision=provision)
    whose = Whose(
        authority=caller.principal.authority,
        provision=page.provision,
        after=page.after,
        limit=limit + 1,
    )
    found = caller.service.registers.setting_list.listed(whose, page.of)
    return SettingsPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        settings=found[:limit],
        next=page.after_these(found, limit, lambda each: each.setting_id),
    )


@router.get("/{setting_id}", responses=declared(404))
def read_setting(
    setting_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_REGISTERS),
) -> ReadSetting:
    """One home: what its registers say, and how it stands on the day."""
    view = caller.service.registers.setting_records.view(setting_id, asked.of)
    response.headers["ETag"] = f'"{view.version}"'
    shown = {each.name: getattr(view, each.name) for each in fields(SettingView)}
    if _is_withheld(caller, setting_id, asked.of.day):
        shown |= {"address": None, "postcode": None}
    return ReadSetting(**shown, as_at=asked.of.day, as_known_at=asked.known_at)


def _is_withheld(caller: Caller, setting_id: UUID, day: date) -> bool:
    """A confidential address is for those who bring children there, and nobody else (6-61)."""
    stream = stream_of("setting", setting_id)
    if caller.would_reach(Action.READ_CONFIDENTIAL_ADDRESS, stream):
        return False
    today = london_day(caller.service.clock.now())
    return caller.service.registers.setting_records.is_confidential(setting_id, day, today)
