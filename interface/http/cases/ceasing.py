"""Whether the council may stop looking after a child: asked, approved or refused."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.case.ceasing import ApproveCeasing, RefuseCeasing, RequestCeasing
from domain.case.codes import CeasingReason
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, PerhapsText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class RequestedCeasing(Body):
    """From when and why the council would stop, and how what follows was assessed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-06-01",
                "reason": "E13",
                "because": "Her aunt has cared for her at weekends for a year.",
                "assessed_on": "2026-05-12",
                "assessment": "Visited twice; a room of her own; school stays the same.",
            }
        }
    )

    on: Day
    reason: CeasingReason
    because: PerhapsText
    assessed_on: Moment | None = None
    assessment: LongText | None = None


class ApprovedCeasing(Body):
    """What was asked for last is approved as it was asked."""

    model_config = ConfigDict(json_schema_extra={"example": {}})


class RefusedCeasing(Body):
    """Why it is not approved."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"because": "Nobody has asked her father."}}
    )

    because: PerhapsText


@router.post("/ceasing-requests", status_code=201)
def request_ceasing(
    case_id: UUID,
    asked: RequestedCeasing,
    response: Response,
    caller: Commanding = commanding(Action.ASK_CEASING),
) -> CommandAnswer:
    """Ask that the council stop looking after the child: it waits for who may approve it."""
    command = RequestCeasing(
        on=asked.on,
        reason=asked.reason,
        because=asked.because,
        assessed_on=asked.assessed_on,
        assessment=asked.assessment,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/ceasing-approvals", status_code=201, responses=declared(404, 409, 412, 428))
def approve_ceasing(
    case_id: UUID,
    approved: ApprovedCeasing,  # noqa: ARG001  # what is approved is what was asked
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_CEASING),
) -> CommandAnswer:
    """Approve it, as a nominated officer, or from 16 the director; never what one asked for."""
    command = ApproveCeasing(by=Subject(caller.principal.subject), role=caller.occasion.actor.role)
    receipt = caller.service.cases.do(caller.occasion, case_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/ceasing-refusals", status_code=201, responses=declared(404, 409, 412, 428))
def refuse_ceasing(
    case_id: UUID,
    refused: RefusedCeasing,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_CEASING),
) -> CommandAnswer:
    """Do not approve it, and say why."""
    command = RefuseCeasing(
        because=refused.because,
        by=Subject(caller.principal.subject),
        role=caller.occasion.actor.role,
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command, version_seen)
    return carried_out(caller.service, receipt, response)
