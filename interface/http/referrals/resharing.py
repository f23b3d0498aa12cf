"""Who pays from when, once money is authorised: a leaving put right, another split agreed."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.resharing import RightDay
from domain.shared.money import Funder
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.referrals.money import FundingRefusal, SentFunderLine
from interface.http.referrals.search import Nothing
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)
BY_WHAT_WAS_SEEN = declared(404, 409, 412, 428)


class RightWithdrawal(Body):
    """From which day the funder really paid no more; without one, it never left."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "funder": "derby_and_derbyshire_icb",
                "since": "2026-06-01",
                "reason": "Their letter names the first of June.",
                "approved_by": "hollis-head-of-service",
            }
        }
    )

    funder: Funder
    since: Day | None = None
    reason: LongText
    approved_by: ShortText


class OtherSplit(Body):
    """Who pays which part of the same price from a day on."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "since": "2026-06-01",
                "shares": [
                    {"heading": "social_care", "basis_points": 8000, "lead": True},
                    {
                        "heading": "health",
                        "payer": "derby_and_derbyshire_icb",
                        "basis_points": 2000,
                    },
                ],
            }
        }
    )

    since: Day
    shares: list[SentFunderLine] = Field(min_length=1, max_length=20)


@router.post("/funding-share-withdrawal-corrections", status_code=201, responses=BY_WHAT_WAS_SEEN)
def correct_withdrawal(
    referral_id: UUID,
    sent: RightWithdrawal,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CORRECT_WITHDRAWAL),
) -> CommandAnswer:
    """Put right from which day a funder paid no more. Both days are shown, shares made anew."""
    right = RightDay(
        funder=sent.funder,
        since=sent.since,
        reason=sent.reason,
        approved_by=Subject(sent.approved_by),
    )
    receipt = caller.service.search.resharing.correct_withdrawal(
        caller.occasion, referral_id, right, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/funding-split-requests", status_code=201)
def request_split(
    referral_id: UUID,
    sent: OtherSplit,
    response: Response,
    caller: Commanding = commanding(Action.REQUEST_FUNDING),
) -> CommandAnswer:
    """Put another split of the authorised price from a day on; nothing changes until agreed."""
    lines = tuple(each.line() for each in sent.shares)
    receipt = caller.service.search.resharing.request_split(
        caller.occasion, referral_id, sent.since, lines
    )
    return carried_out(caller.service, receipt, response)


@router.post("/funding-split-authorisations", status_code=201, responses=BY_WHAT_WAS_SEEN)
def authorise_split(
    referral_id: UUID,
    _: Nothing,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AUTHORISE_FUNDING),
) -> CommandAnswer:
    """Authorise the split that was put, once each other funder has agreed or is underwritten."""
    receipt = caller.service.search.resharing.authorise_split(
        caller.occasion, referral_id, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/funding-split-refusals", status_code=201)
def decline_split(
    referral_id: UUID,
    sent: FundingRefusal,
    response: Response,
    caller: Commanding = commanding(Action.AUTHORISE_FUNDING),
) -> CommandAnswer:
    """Leave the money shared as it is; another split may be put."""
    receipt = caller.service.search.resharing.decline_split(
        caller.occasion, referral_id, sent.reason, sent.text
    )
    return carried_out(caller.service, receipt, response)
