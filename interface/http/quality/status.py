"""How a provider is seen, by recorded decision; and the page that shows what it rests on."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.quality.queries import QualityView
from application.shared.office import stream_of
from domain.quality.commands import DecideStatus
from domain.quality.vocabulary import Code, Status
from domain.shared.vocabulary import ProviderId, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf, Day
from interface.http.dependencies import Caller, Commanding, VersionSeen, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(prefix="/providers/{provider_id}", tags=["quality"])


class SentStatus(Body):
    """Amber and red are looked at again on a day."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "status": "amber",
                "reasons": ["late_alerts", "actions_overdue"],
                "since": "2026-06-12",
                "review_on": "2026-07-12",
            }
        }
    )

    status: Status
    reasons: list[Code] = Field(max_length=20)
    since: Day
    review_on: Day | None = None
    text: LongText | None = None


@router.post("/quality-statuses", status_code=201, responses=declared(404, 409, 412, 428))
def decide_status(
    provider_id: UUID,
    sent: SentStatus,
    response: Response,
    seen: VersionSeen,
    caller: Commanding = commanding(Action.DECIDE_STATUS),
) -> CommandAnswer:
    """Decide how the provider is seen, on the page as it was read. It bars nothing by itself."""
    command = DecideStatus(
        provider_id=ProviderId(provider_id),
        status=sent.status,
        reasons=tuple(sent.reasons),
        from_=sent.since,
        review_on=sent.review_on,
        text=sent.text,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.quality.handlers.do(caller.occasion, command, seen)
    return carried_out(caller.service, receipt, response)


@router.get("/quality", responses=declared(404))
def read_quality(
    provider_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_QUALITY),
) -> QualityView:
    """A provider's page: status and why, visits, meetings, actions, assurances, concerns."""
    view = caller.service.quality.records.view(provider_id, asked.of)
    for each in view.engagements:
        if each.placement_id is not None:
            caller.shown(stream_of("placement", each.placement_id))
    response.headers["ETag"] = f'"{view.version}"'
    return view
