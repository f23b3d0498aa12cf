"""The legal standing of a child, and the child's presence: facts, dated as they happened."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.case.handlers import LegalCorrection
from domain.case.codes import CategoryOfNeed, CeasingReason
from domain.case.commands import (
    RecordAwayWithoutAuthorisation,
    RecordBecameLookedAfter,
    RecordCeasedLookedAfter,
    RecordLegalStatusChange,
    RecordMissing,
    RecordReturned,
)
from domain.shared.vocabulary import LegalStatus, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))

CareStatus = Literal[
    LegalStatus.ACCOMMODATED,
    LegalStatus.SHORT_BREAKS,
    LegalStatus.INTERIM_CARE_ORDER,
    LegalStatus.CARE_ORDER,
    LegalStatus.REMAND,
    LegalStatus.POLICE_PROTECTION,
    LegalStatus.EMERGENCY_PROTECTION,
    LegalStatus.CHILD_ASSESSMENT_ORDER,
    LegalStatus.FREEING_ORDER,
    LegalStatus.PLACEMENT_ORDER,
]


class BecameLookedAfter(Body):
    """The start of a period of care."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "legal_status": "accommodated",
                "on": "2026-03-02",
                "category_of_need": "N1",
            }
        }
    )

    legal_status: CareStatus
    on: Moment
    category_of_need: CategoryOfNeed


class LegalStatusChange(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"legal_status": "interim_care_order", "on": "2026-04-20"}}
    )

    legal_status: LegalStatus
    on: Moment


class CeasedLookedAfter(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-09-01", "reason": "E4A"}})

    on: Moment
    reason: CeasingReason


class LegalStatusCorrection(Body):
    """What was recorded wrong, and what is right. Somebody else approves it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "corrects": examples.EVENT,
                "on": "2026-03-03",
                "reason": "The order was made a day later.",
                "approved_by": "morgan-manager",
            }
        }
    )

    corrects: UUID
    legal_status: LegalStatus | None = None
    on: Moment | None = None
    reason: LongText
    approved_by: ShortText


class Absence(Body):
    """The child is not where they should be; `missing` when nobody knows where they are."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"kind": "missing", "since": "2026-05-04T22:30:00+01:00"}}
    )

    kind: Literal["missing", "away"] = "missing"
    since: Moment
    last_seen_by: LongText | None = None


class Return(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-05-05T08:00:00+01:00"}})

    at: Moment = Field(description="When the child came back")


@router.post("/periods-of-care", status_code=201)
def record_became_looked_after(
    case_id: UUID,
    fact: BecameLookedAfter,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_LEGAL_STATUS),
) -> CommandAnswer:
    """Record that the child became looked after. Starts the first statutory review's clock."""
    command = RecordBecameLookedAfter(
        legal_status=fact.legal_status, on=fact.on, category_of_need=fact.category_of_need
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/legal-statuses", status_code=201)
def record_legal_status(
    case_id: UUID,
    fact: LegalStatusChange,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_LEGAL_STATUS),
) -> CommandAnswer:
    """Record another legal status from a day on, also one that comes in late."""
    command = RecordLegalStatusChange(legal_status=fact.legal_status, on=fact.on)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/care-ends", status_code=201)
def record_ceased_looked_after(
    case_id: UUID,
    fact: CeasedLookedAfter,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_LEGAL_STATUS),
) -> CommandAnswer:
    """Record that the child is no longer looked after. Stops the review clocks."""
    command = RecordCeasedLookedAfter(on=fact.on, reason=fact.reason)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/legal-status-corrections", status_code=201, responses=declared(404, 409, 412, 428))
def correct_legal_status(
    case_id: UUID,
    sent: LegalStatusCorrection,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CORRECT_RECORD),
) -> CommandAnswer:
    """Put a recorded legal status or its date right. The first word stays in the log."""
    correction = LegalCorrection(
        corrects=sent.corrects,
        legal_status=sent.legal_status,
        national_code=None,
        on=sent.on,
        reason=sent.reason,
        approved_by=Subject(sent.approved_by),
    )
    receipt = caller.service.cases.correct_legal_status(
        caller.occasion, case_id, correction, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/absences", status_code=201)
def record_missing(
    case_id: UUID,
    fact: Absence,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_MISSING),
) -> CommandAnswer:
    """Record that the child is missing, or away without authorisation."""
    kind = RecordMissing if fact.kind == "missing" else RecordAwayWithoutAuthorisation
    command = kind(since=fact.since, last_seen_by=fact.last_seen_by)
    receipt = caller.service.presence.went(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/returns", status_code=201)
def record_returned(
    case_id: UUID,
    fact: Return,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_MISSING),
) -> CommandAnswer:
    """Record that the child came back."""
    receipt = caller.service.cases.do(caller.occasion, case_id, RecordReturned(at=fact.at))
    return carried_out(caller.service, receipt, response)
