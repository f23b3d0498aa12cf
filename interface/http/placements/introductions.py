"""Before a child moves in: the provider met, the home visited."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.placement.commands import RecordIntroductoryVisit, RecordProviderMeeting
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class ProviderMeeting(Body):
    """`attendees` are roles, not names."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-03-04T15:00:00Z",
                "attendees": ["young_person", "provider", "social_worker"],
                "childs_views": "I want to bring my bike.",
            }
        }
    )

    on: Moment
    attendees: list[CodeText] = Field(min_length=1, max_length=20)
    childs_views: LongText | None = None


class IntroductoryVisit(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"on": "2026-03-05", "childs_views": "The room is bigger than mine."}
        }
    )

    on: Moment
    childs_views: LongText | None = None


class Cancellation(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "child_declined"}})

    reason: CodeText


@router.post("/provider-meetings", status_code=201)
def record_provider_meeting(
    placement_id: UUID,
    met: ProviderMeeting,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_INTRODUCTION),
) -> CommandAnswer:
    """Record that the young person met the provider."""
    command = RecordProviderMeeting(
        on=met.on, attendees=tuple(met.attendees), childs_views=met.childs_views
    )
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/introductory-visits", status_code=201)
def record_introductory_visit(
    placement_id: UUID,
    visit: IntroductoryVisit,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_INTRODUCTION),
) -> CommandAnswer:
    """Record that the young person visited the home."""
    command = RecordIntroductoryVisit(on=visit.on, childs_views=visit.childs_views)
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/cancellations", status_code=201, responses=declared(404, 409, 412, 428))
def cancel_placement(
    placement_id: UUID,
    cancellation: Cancellation,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CANCEL_PLACEMENT),
) -> CommandAnswer:
    """Call the placement off before it starts; its reserved place is free again."""
    receipt = caller.service.placement.handlers.cancel(
        caller.occasion, placement_id, cancellation.reason, version_seen
    )
    return carried_out(caller.service, receipt, response)
