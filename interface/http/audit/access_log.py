"""Who read or tried what about children, and why: for auditors and the data protection officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from application.access.actions import Action
from application.access.audit import AccessLine
from application.shared.office import stream_of
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit, Number, opened, written
from interface.http.problems import declared

router = APIRouter(prefix="/access-log", tags=["audit"])


class NextLines(BaseModel):
    before: Number


@dataclass(frozen=True, kw_only=True)
class Lines:
    """A page of the access log, the newest line first."""

    lines: Sequence[AccessLine]
    next: str | None


@router.get("", responses=declared(404))
def read_access_log(
    case_id: Annotated[UUID | None, Query(description="Only what concerns this child")] = None,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_ACCESS_LOG),
) -> Lines:
    """Every line is here within a second of the reading that it tells of."""
    service, resources = caller.service, None
    if case_id is not None:
        caller.reach(stream_of("case", case_id))
        resources = service.records.read_under(case_id)
    found = service.audit.access.lines(
        caller.principal.authority,
        resources=resources,
        before=opened(cursor, NextLines).before if cursor else None,
        limit=limit + 1,
    )
    page = found[:limit]
    more = written(NextLines(before=page[-1].id)) if len(found) > limit else None
    return Lines(lines=page, next=more)
