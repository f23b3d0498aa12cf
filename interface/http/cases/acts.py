"""Who works with the child, and how much support the needs matrix gives."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.case.commands import Allocate, AssignIRO, EndAllocation, RecordMatrix
from domain.case.people import AllocationKind
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class NewAllocation(Body):
    """`who` is an officer's subject, or for a team its code."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"kind": "social_worker", "who": "casey-caseworker", "since": "2026-03-02"}
        }
    )

    kind: Literal["social_worker", "team", "personal_adviser"]
    who: ShortText
    since: Moment
    handover_note: LongText | None = None


class NewIRO(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"iro": "iris-iro", "since": "2026-03-02"}}
    )

    iro: ShortText
    since: Moment


class AllocationEnd(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"kind": "social_worker", "on": "2026-03-02"}}
    )

    kind: AllocationKind
    on: Moment


class NewMatrix(Body):
    """Support by the needs matrix, in half hours a week: 50 means 25 hours (R-12)."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"half_hours": 20, "score": 31, "on": "2026-03-02"}}
    )

    half_hours: int = Field(ge=0, le=336, strict=True)
    bespoke_24_7_approved_by: ShortText | None = None
    score: int | None = Field(default=None, ge=0, le=1000, strict=True)
    on: Moment


@router.post("/allocations", status_code=201)
def allocate(
    case_id: UUID,
    new: NewAllocation,
    response: Response,
    caller: Commanding = commanding(Action.ALLOCATE),
) -> CommandAnswer:
    """Say who works with the child from a day on. Whoever had the part before hands it over."""
    command = Allocate.model_validate({**new.model_dump(), "by": Subject(caller.principal.subject)})
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/iro-assignments", status_code=201)
def assign_iro(
    case_id: UUID,
    new: NewIRO,
    response: Response,
    caller: Commanding = commanding(Action.ASSIGN_IRO),
) -> CommandAnswer:
    """Name the independent reviewing officer."""
    by = Subject(caller.principal.subject)
    command = AssignIRO(iro=Subject(new.iro), since=new.since, by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/allocation-ends", status_code=201)
def end_allocation(
    case_id: UUID,
    end: AllocationEnd,
    response: Response,
    caller: Commanding = commanding(Action.ALLOCATE),
) -> CommandAnswer:
    """Say that nobody has this part from a day on."""
    command = EndAllocation(kind=end.kind, on=end.on, by=Subject(caller.principal.subject))
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/matrices", status_code=201)
def record_matrix(
    case_id: UUID,
    new: NewMatrix,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_MATRIX),
) -> CommandAnswer:
    """Record what the needs matrix came to."""
    approver = new.bespoke_24_7_approved_by
    command = RecordMatrix(
        half_hours=new.half_hours,
        bespoke_24_7_approved_by=Subject(approver) if approver else None,
        score=new.score,
        on=new.on,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
