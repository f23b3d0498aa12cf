"""Telling those who must be told where a child lives, and that it ended; leaving somebody out."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.placement.commands import (
    ExcludeRecipient,
    RecordAreaNotification,
    RecordNotification,
    RecordNotificationOfEnd,
)
from domain.placement.notifying import AreaContent, Exclusion, Means, Recipient, RecipientKind
from domain.shared.envelope import GssCode
from domain.shared.moments import london_day
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class SentNotification(Body):
    """Who was told in writing; `who` is one of the child's connections, such as one parent."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"to": "gp", "on": "2026-03-06", "means": "letter"}}
    )

    to: RecipientKind
    who: UUID | None = None
    on: Moment
    means: Means

    @property
    def recipient(self) -> Recipient:
        return Recipient(kind=self.to, who=self.who)


class SentToArea(Body):
    """The council of the home's area, by its national code, and what it was given."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "council": "E10000007",
                "on": "2026-03-06",
                "means": "email",
                "contents": ["needs_assessment", "reasons", "care_plan"],
            }
        }
    )

    council: str = Field(pattern=r"^[EWSN][0-9]{8}$")
    on: Moment
    means: Means
    contents: list[AreaContent] = Field(default=[], max_length=3)


class LeftOut(Body):
    """Whom it is decided not to tell, by which reason in law, and why it holds here."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "recipient": "parent",
                "why": "significant_harm",
                "because": "Has threatened to take the child from the home.",
            }
        }
    )

    recipient: RecipientKind
    who: UUID | None = None
    why: Exclusion
    because: LongText


@router.post("/notifications", status_code=201)
def record_notification(
    placement_id: UUID,
    sent: SentNotification,
    response: Response,
    caller: Commanding = commanding(Action.NOTIFY),
) -> CommandAnswer:
    """Record that somebody was told where the child is to live; meets C-NOTIF-5WD of that one."""
    by = Subject(caller.principal.subject)
    command = RecordNotification(to=sent.recipient, on=sent.on, means=sent.means, by=by)
    receipt = caller.service.placement.telling.record(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/area-authority-notifications", status_code=201)
def record_area_notification(
    placement_id: UUID,
    sent: SentToArea,
    response: Response,
    caller: Commanding = commanding(Action.NOTIFY),
) -> CommandAnswer:
    """Record what the area's council was told and given; C-AREA-5WD is met once it has all."""
    command = RecordAreaNotification(
        council=GssCode(sent.council),
        on=sent.on,
        means=sent.means,
        contents=tuple(sent.contents),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.placement.telling.record(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/notification-exclusions", status_code=201)
def exclude_recipient(
    placement_id: UUID,
    left: LeftOut,
    response: Response,
    caller: Commanding = commanding(Action.EXCLUDE_RECIPIENT),
) -> CommandAnswer:
    """Decide that somebody is lawfully not told, of the start or of the end."""
    command = ExcludeRecipient(
        recipient=Recipient(kind=left.recipient, who=left.who),
        why=left.why,
        because=left.because,
        on=london_day(caller.occasion.now),
        by=Subject(caller.principal.subject),
        role=caller.principal.role,
    )
    receipt = caller.service.placement.telling.record(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/termination-notices", status_code=201)
def record_termination_notice(
    placement_id: UUID,
    sent: SentNotification,
    response: Response,
    caller: Commanding = commanding(Action.NOTIFY),
) -> CommandAnswer:
    """Record that somebody was told in writing of the end; meets C-TERM-10WD of that one."""
    by = Subject(caller.principal.subject)
    command = RecordNotificationOfEnd(to=sent.recipient, on=sent.on, means=sent.means, by=by)
    receipt = caller.service.placement.telling.record(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
