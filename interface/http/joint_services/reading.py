"""Services bought together, on any day and as known at any instant, by financial year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.joint_service.shown import JointServiceView, ListedJointService
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared

router = APIRouter(prefix="/joint-services", tags=["joint services"])


@dataclass(frozen=True, kw_only=True)
class JointServicesPage:
    """A page of services. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    joint_services: Sequence[ListedJointService]
    next: str | None


@router.get("", responses=declared())
def list_joint_services(
    asked: AskedOf,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_JOINT_SERVICES),
) -> JointServicesPage:
    """The services that the council put on record, each with how its formal agreement stood."""
    page = Pinned.question(caller, asked, cursor)
    council = caller.principal.authority
    found = caller.service.registers.joint_service_list.listed(
        council, page.of, after=page.after, limit=limit + 1
    )
    return JointServicesPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        joint_services=found[:limit],
        next=page.after_these(found, limit, lambda each: each.joint_service_id),
    )


@router.get("/{joint_service_id}", responses=declared(404))
def read_joint_service(
    joint_service_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_JOINT_SERVICES),
) -> JointServiceView:
    """Who pays how much a year; what was due and what was spent in each, and the difference."""
    view = caller.service.registers.joint_service_records.view(joint_service_id, asked.of)
    response.headers["ETag"] = f'"{view.version}"'
    return view
