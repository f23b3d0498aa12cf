"""The money of a search as it stands, and what a word or a condition adds to it."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.access.policy import NO_NARRATIVE, pays_as
from application.referral.funding_redacted import only_of, without_narrative
from application.referral.funding_shown import FundingView
from domain.referral.codes import Code
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf, Instant, Moment
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


HEALTH = "derby_and_derbyshire_icb"


class SpokenAuthority(Body):
    """Which officer gave their word, and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"officer": "hollis-head-of-service", "given_at": "2026-03-06T21:40:00Z"}
        }
    )

    officer: ShortText
    given_at: Instant


class MetCondition(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"condition": "review_at_six_weeks", "on": "2026-04-20"}}
    )

    condition: Code
    on: Moment


@dataclass(frozen=True, kw_only=True)
class ReadFunding(FundingView):
    """`as_known_at` is none where everything known counts."""

    as_known_at: datetime | None


@router.get("/funding", responses=declared(404))
def read_funding(
    referral_id: UUID,
    request: Request,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_FUNDING),
) -> ReadFunding:
    """The price, who pays which part of it on the day, and what was answered.

    A partner funder sees its own share; a finance officer sees no narrative. Read as it is now,
    its ETag is the version that a decision names in `If-Match`.
    """
    found = caller.service.search.funding.view(referral_id, asked.of)
    if not {"as_at", "as_known_at"} & set(request.query_params):
        response.headers["ETag"] = f'"{found.version}"'
    shown = _for(caller, found)
    told = {each.name: getattr(shown, each.name) for each in fields(FundingView)}
    return ReadFunding(**told, as_known_at=asked.known_at)


@router.post("/verbal-authorities", status_code=201)
def note_verbal_authority(
    referral_id: UUID,
    sent: SpokenAuthority,
    response: Response,
    caller: Commanding = commanding(Action.NOTE_VERBAL_AUTHORITY),
) -> CommandAnswer:
    """Note a named officer's word in an emergency. The start may go ahead; the money follows."""
    receipt = caller.service.search.shares.note_word(
        caller.occasion, referral_id, Subject(sent.officer), sent.given_at
    )
    return carried_out(caller.service, receipt, response)


@router.post("/funding-conditions-met", status_code=201)
def meet_funding_condition(
    referral_id: UUID,
    sent: MetCondition,
    response: Response,
    caller: Commanding = commanding(Action.MEET_CONDITION),
) -> CommandAnswer:
    """Record that a condition of the authorisation has been met."""
    receipt = caller.service.search.shares.meet_condition(
        caller.occasion, referral_id, sent.condition, sent.on
    )
    return carried_out(caller.service, receipt, response)


def _for(caller: Caller, found: FundingView) -> FundingView:
    """What this person may see of it."""
    funder = pays_as(caller.principal)
    if funder is not None:
        return only_of(found, funder)
    return without_narrative(found) if caller.principal.role in NO_NARRATIVE else found
