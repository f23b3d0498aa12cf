"""A search is held for a time, and goes on."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.referral.codes import Code
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.referrals.search import Nothing
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}",
    tags=["referrals"],
    responses=declared(404, 409, 412, 428),
)


class Pause(Body):
    """Why the search is held, and the day on which it goes on by itself."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reason": "in_hospital",
                "text": "She is looked after on the ward until then.",
                "resume_on": "2026-03-16",
            }
        }
    )

    reason: Code
    text: LongText | None = None
    resume_on: Day


@router.post("/pauses", status_code=201)
def pause_referral(
    referral_id: UUID,
    sent: Pause,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Hold the search: the council's own deadlines stand still, those of providers run on."""
    receipt = caller.service.search.pausing.pause(
        caller.occasion,
        referral_id,
        reason=sent.reason,
        text=sent.text,
        resume_on=sent.resume_on,
        expecting=version_seen,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/resumptions", status_code=201)
def resume_referral(
    referral_id: UUID,
    _: Nothing,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Go on with the search before its day has come."""
    receipt = caller.service.search.pausing.resume(caller.occasion, referral_id, version_seen)
    return carried_out(caller.service, receipt, response)
