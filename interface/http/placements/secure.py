"""By what authority of a court a child is kept in a secure home."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.placement.commands import RecordCourtAuthority
from domain.placement.court_authority import AuthorityOfCourt
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class CourtAuthority(Body):
    """From when it holds, and the last day that the court named, if it named one."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "secure_accommodation_order",
                "from": "2026-03-12T14:00:00Z",
                "until": "2026-06-11",
            }
        }
    )

    kind: AuthorityOfCourt
    from_: Moment = Field(alias="from")
    until: Day | None = None


@router.post("/court-authorities", status_code=201)
def record_court_authority(
    placement_id: UUID,
    given: CourtAuthority,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_COURT_AUTHORITY),
) -> CommandAnswer:
    """Record that a court allows the child to be kept in this secure home; meets C-SECURE-72."""
    command = RecordCourtAuthority(
        kind=given.kind,
        from_=given.from_,
        until=given.until,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
