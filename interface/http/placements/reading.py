"""One placement, on any day and as known at any instant."""

from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.access.policy import NO_NARRATIVE
from application.placement.shown import PlacementView, without_narrative, without_whereabouts
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared

router = APIRouter(prefix="/placements", tags=["placements"], responses=declared(404))


@router.get("/{placement_id}")
def read_placement(
    placement_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_PLACEMENT),
) -> PlacementView:
    """What was arranged, agreed, lived and ended. The ETag is what a decision rests on."""
    shown = caller.service.placement.records.view(placement_id, asked.of)
    response.headers["ETag"] = f'"{shown.version}"'
    if not caller.may_also(Action.READ_CONFIDENTIAL_ADDRESS):
        shown = without_whereabouts(shown)
    return without_narrative(shown) if caller.principal.role in NO_NARRATIVE else shown
