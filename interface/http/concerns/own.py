"""What a provider reads of concerns: those that it raised or was told about, and no name."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict

from application.access.actions import Action
from application.access.policy import Decision
from application.concern.own import OwnConcern
from domain.concern.commands import ReportFollowUp
from domain.concern.vocabulary import Finding
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.invitations.own import organisation_of
from interface.http.paging import CursorText, Limit, opened, written
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText

router = APIRouter(prefix="/own-concerns", tags=["concerns"])


class OlderConcerns(BaseModel):
    """Where the next page begins. New concerns come before the first and move nothing."""

    concern_id: UUID


@dataclass(frozen=True, kw_only=True)
class OwnConcernsPage:
    """A page, the newest first. `next` is the cursor of the page after, none on the last."""

    concerns: Sequence[OwnConcern]
    next: str | None


class SentFollowUp(Body):
    """What was done about it, and what the provider found where it investigated itself."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "text": "We spoke to everybody on shift and changed the rota.",
                "finding": "upheld",
            }
        }
    )

    text: PerhapsText
    finding: Finding | None = None


@router.get("", responses=declared(404))
def read_own_concerns(
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_OWN_CONCERNS),
) -> OwnConcernsPage:
    """The concerns that one's own organisation raised or was told about."""
    after = opened(cursor, OlderConcerns).concern_id if cursor else None
    found = caller.service.concerns.records.own(
        organisation_of(caller), caller.principal.authority, after=after, limit=limit + 1
    )
    page = found[:limit]
    for each in page:
        _noted(caller, each.concern_id)
    more = OlderConcerns(concern_id=page[-1].concern_id) if len(found) > limit else None
    return OwnConcernsPage(concerns=page, next=written(more) if more else None)


@router.post("/{own_concern_id}/follow-ups", status_code=201, responses=declared(404, 409))
def report_follow_up(
    own_concern_id: UUID,
    sent: SentFollowUp,
    response: Response,
    caller: Commanding = commanding(Action.FOLLOW_UP_CONCERN),
) -> CommandAnswer:
    """Say what was done and found; anybody else's concern is not there at all."""
    provider_id, concerns = organisation_of(caller), caller.service.concerns
    concerns.records.require_own(own_concern_id, provider_id, caller.principal.authority)
    command = ReportFollowUp(
        provider_id=provider_id,
        text=sent.text,
        finding=sent.finding,
        by=Subject(caller.principal.subject),
    )
    receipt = concerns.handlers.do(caller.occasion, own_concern_id, command)
    return carried_out(caller.service, receipt, response)


def _noted(caller: Caller, concern_id: UUID) -> None:
    """What a provider reads of a concern may be about a child: who read it is evidence (5.3)."""
    caller.service.access_log.note(
        caller.principal,
        caller.action,
        f"concern-{concern_id}",
        caller.purpose,
        Decision(allow=True, rule="own_organisation", obligations=("log",)),
    )
