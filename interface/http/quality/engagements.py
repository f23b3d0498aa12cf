"""Visits to homes and offices, meetings, property checks: planned, held, closed or called off."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.quality.handlers import Meeting
from application.shared.office import stream_of
from domain.quality.commands import CallOffEngagement, CloseEngagement
from domain.quality.vocabulary import Code, EngagementId, EngagementKind
from domain.shared.vocabulary import ProviderId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/providers/{provider_id}", tags=["quality"], responses=declared(404, 409)
)


class SentEngagement(Body):
    """`setting_id` of one home, `placement_id` of a meeting about one child's placement."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "quality_visit",
                "on": "2026-06-10",
                "setting_id": examples.SETTING,
            }
        }
    )

    kind: EngagementKind
    on: Day
    setting_id: UUID | None = None
    placement_id: UUID | None = None

    def meeting(self) -> Meeting:
        return Meeting(
            kind=self.kind,
            on=self.on,
            setting_id=self.setting_id,
            placement_id=self.placement_id,
        )


class SentHeld(SentEngagement):
    """What was found. `engagement_id` where it was planned."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "quality_visit",
                "on": "2026-06-10",
                "setting_id": examples.SETTING,
                "findings": ["homely", "records_incomplete"],
                "text": "Rooms were warm and personal; two keywork notes were missing.",
            }
        }
    )

    engagement_id: UUID | None = None
    findings: list[Code] = Field(default=[], max_length=30)
    text: LongText | None = None


class SentEngagementEnd(Body):
    """Closed; or, with a reason, called off before it came."""

    model_config = ConfigDict(json_schema_extra={"example": {"engagement_id": examples.ITEM}})

    engagement_id: UUID
    called_off_because: Code | None = None


@router.post("/engagements", status_code=201)
def plan_engagement(
    provider_id: UUID,
    sent: SentEngagement,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_QUALITY),
) -> CommandAnswer:
    """Plan a visit, a meeting or a check."""
    _reach(caller, sent)
    handlers = caller.service.quality.handlers
    receipt = handlers.planned(caller.occasion, provider_id, sent.meeting())
    return carried_out(caller.service, receipt, response)


@router.post("/engagements-held", status_code=201)
def hold_engagement(
    provider_id: UUID,
    sent: SentHeld,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_QUALITY),
) -> CommandAnswer:
    """Record what was found at one. A contract meeting meets C-PROVMTG-MONTH."""
    _reach(caller, sent)
    receipt = caller.service.quality.handlers.held(
        caller.occasion,
        provider_id,
        sent.meeting(),
        engagement_id=sent.engagement_id,
        findings=tuple(sent.findings),
        text=sent.text,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/engagements-closed", status_code=201)
def close_engagement(
    provider_id: UUID,
    sent: SentEngagementEnd,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_QUALITY),
) -> CommandAnswer:
    """Close it once nothing of it is left to be done; or say that it did not come."""
    told = {
        "provider_id": ProviderId(provider_id),
        "engagement_id": EngagementId(sent.engagement_id),
        "by": Subject(caller.principal.subject),
    }
    because = sent.called_off_because
    command = CallOffEngagement(**told, reason=because) if because else CloseEngagement(**told)
    receipt = caller.service.quality.handlers.do(caller.occasion, command)
    return carried_out(caller.service, receipt, response)


def _reach(caller: Commanding, sent: SentEngagement) -> None:
    for kind, named in (("setting", sent.setting_id), ("placement", sent.placement_id)):
        if named is not None:
            caller.reach(stream_of(kind, named))
