"""Each funder's own share of the money: agreed, refused, underwritten, withdrawn."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.access.policy import pays_as
from application.referral.shares import Answering
from domain.referral.codes import Code
from domain.shared.money import Funder
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.referrals.funding import HEALTH
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


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


def _whose(
    caller: Commanding, referral_id: UUID, funder: Funder, answered_by: str | None = None
) -> Answering:
    own = pays_as(caller.principal)
    if own is not None:
        # Asked first: a refusal would tell how a search stands in which it has no part.
        caller.service.search.funding.require_part(referral_id, own, caller.occasion.now)
    there = Subject(answered_by) if answered_by else None
    return Answering(funder, as_funder=own, answered_by=there)
