"""Each funder's own share of the money, and the money of a search as it stands."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.access.policy import NO_NARRATIVE, pays_as
from application.referral.funding_redacted import only_of, without_narrative
from application.referral.funding_shown import FundingView
from application.referral.shares import Answering
from domain.referral.codes import Code
from domain.shared.money import Funder
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf, Day, Instant, Moment
from interface.http.dependencies import Caller, Commanding, VersionSeen, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)

HEALTH = "derby_and_derbyshire_icb"


class ShareAgreement(Body):
    """Whose share is agreed, and under which agreement.

    What came on paper names who answered there, with its reference.
    """

    model_config = ConfigDict(
        json_schema_extra={"example": {"funder": HEALTH, "agreement_reference": "JF/2026/014"}}
    )

    funder: Funder
    agreement_reference: ShortText | None = None
    answered_by: ShortText | None = None


class ShareRefusal(Body):
    """Whose share is not agreed, and why; on paper, by whom there."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"funder": HEALTH, "reason": "not_a_health_need"}}
    )

    funder: Funder
    reason: Code
    text: LongText | None = None
    answered_by: ShortText | None = None


class Underwriting(Body):
    """Whose share the council pays until the funder does."""

    model_config = ConfigDict(json_schema_extra={"example": {"funder": HEALTH}})

    funder: Funder


class ShareWithdrawal(Body):
    """Who pays no more, from which day on, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"funder": HEALTH, "since": "2026-05-04", "reason": "no_longer_eligible"}
        }
    )

    funder: Funder
    since: Day
    reason: Code
    text: LongText | None = None


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


@router.post("/funding-share-agreements", status_code=201)
def agree_share(
    referral_id: UUID,
    sent: ShareAgreement,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_SHARE),
) -> CommandAnswer:
    """Agree to one's own share; for the council, confirm a benefit or enter what is on paper."""
    receipt = caller.service.search.shares.agree(
        caller.occasion,
        referral_id,
        _whose(caller, referral_id, sent.funder, sent.answered_by),
        sent.agreement_reference,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/funding-share-refusals", status_code=201)
def refuse_share(
    referral_id: UUID,
    sent: ShareRefusal,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_SHARE),
) -> CommandAnswer:
    """Say that one's own share will not be paid; or that a benefit was refused."""
    receipt = caller.service.search.shares.dispute(
        caller.occasion,
        referral_id,
        _whose(caller, referral_id, sent.funder, sent.answered_by),
        sent.reason,
        sent.text,
    )
    return carried_out(caller.service, receipt, response)


@router.post(
    "/funding-share-underwritings", status_code=201, responses=declared(404, 409, 412, 428)
)
def underwrite_share(
    referral_id: UUID,
    sent: Underwriting,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AUTHORISE_FUNDING),
) -> CommandAnswer:
    """Have the council pay a funder's share until the funder does, within one's own limit."""
    receipt = caller.service.search.money.underwrite(
        caller.occasion, referral_id, sent.funder, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/funding-share-withdrawals", status_code=201)
def withdraw_share(
    referral_id: UUID,
    sent: ShareWithdrawal,
    response: Response,
    caller: Commanding = commanding(Action.WITHDRAW_SHARE),
) -> CommandAnswer:
    """Record that a funder pays no more from a day on. The council pays in its place (6-73)."""
    receipt = caller.service.search.shares.withdraw(
        caller.occasion,
        referral_id,
        _whose(caller, referral_id, sent.funder),
        since=sent.since,
        reason=sent.reason,
        text=sent.text,
    )
    return carried_out(caller.service, receipt, response)


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


def _whose(
    caller: Commanding, referral_id: UUID, funder: Funder, answered_by: str | None = None
) -> Answering:
    own = pays_as(caller.principal)
    if own is not None:
        # Asked first: a refusal would tell how a search stands in which it has no part.
        caller.service.search.funding.require_part(referral_id, own, caller.occasion.now)
    there = Subject(answered_by) if answered_by else None
    return Answering(funder, as_funder=own, answered_by=there)


def _for(caller: Caller, found: FundingView) -> FundingView:
    """What this person may see of it."""
    funder = pays_as(caller.principal)
    if funder is not None:
        return only_of(found, funder)
    return without_narrative(found) if caller.principal.role in NO_NARRATIVE else found
