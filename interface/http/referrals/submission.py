"""The request is submitted, and accepted by the brokers."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.shared.office import stream_of
from domain.referral.codes import Code, ViewsNotObtainable
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Instant
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, ShortText

router = APIRouter(prefix="/referrals", tags=["referrals"], responses=declared(404, 409))


class Submission(Body):
    """`team_manager_approval` is the subject of the manager who approved the request.

    Care beyond the 25 hours of the matrix is approved by somebody else again. In an emergency
    the manager may approve by telephone, at `approval_given_at`; whoever submits notes it.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "team_manager_approval": "morgan-manager",
                "assessment_reference": "Single assessment of 23 February",
            }
        }
    )

    team_manager_approval: ShortText | None = None
    assessment_reference: ShortText | None = None
    views_not_obtainable: ViewsNotObtainable | None = None
    bespoke_24_7_approved_by: ShortText | None = None
    approval_given_at: Instant | None = None


class Acceptance(Body):
    """The lot of a contract in which providers will be asked."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"contract_id": examples.CONTRACT, "lot": "2.1"}}
    )

    contract_id: UUID
    lot: ShortText
    education_evidence: Code | None = Field(
        default=None, description="What shows education or training, as a code: to the age of 25"
    )


@router.post("/{referral_id}/submissions", status_code=201)
def submit_referral(
    referral_id: UUID,
    sent: Submission,
    response: Response,
    caller: Commanding = commanding(Action.SUBMIT_REFERRAL),
) -> CommandAnswer:
    """Hand the request to the brokers. Everything that is missing is named at once."""
    approval, bespoke = sent.team_manager_approval, sent.bespoke_24_7_approved_by
    receipt = caller.service.search.requests.submit(
        caller.occasion,
        referral_id,
        team_manager_approval=Subject(approval) if approval else None,
        assessment_reference=sent.assessment_reference,
        views_not_obtainable=sent.views_not_obtainable,
        bespoke_24_7_approved_by=Subject(bespoke) if bespoke else None,
        approval_given_at=sent.approval_given_at,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/{referral_id}/acceptances", status_code=201, responses=declared(404, 409, 412, 428))
def accept_referral(
    referral_id: UUID,
    sent: Acceptance,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACCEPT_REFERRAL),
) -> CommandAnswer:
    """Take the request on in a lot, under the contract version in force today."""
    caller.reach(stream_of("contract", sent.contract_id))
    receipt = caller.service.search.requests.accept(
        caller.occasion,
        referral_id,
        contract_id=sent.contract_id,
        lot=sent.lot,
        education_evidence=sent.education_evidence,
        expecting=version_seen,
    )
    return carried_out(caller.service, receipt, response)
