"""What is added to an admission: indications, breakdowns elsewhere, each council's word."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.admission.commands import (
    AddOutsideBreakdown,
    AgreeAdmission,
    ObjectToAdmission,
    RecordIndications,
)
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, GssText, LongText, PerhapsText

router = APIRouter(
    prefix="/admissions/{admission_id}", tags=["admissions"], responses=declared(404, 409)
)


class SentIndications(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"indications": ["trauma"]}})

    indications: list[CodeText] = Field(max_length=50)


class OutsideBreakdown(Body):
    """A placement that broke down outside our records, and what shows that it did."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"on": "2025-11-02", "evidence": "Letter of the former council, on file."}
        }
    )

    on: Day
    evidence: PerhapsText


class CouncilsWord(Body):
    """A council's yes or no, by whom it was given there; with a reason where it objects."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "council": "E10000007",
                "agrees": True,
                "answered_by": "Head of placements there",
                "on": "2026-03-05",
            }
        }
    )

    council: GssText
    agrees: bool
    answered_by: LongText
    reason: PerhapsText = ""
    on: Day


@router.post("/indications", status_code=201)
def record_indications(
    admission_id: UUID,
    sent: SentIndications,
    response: Response,
    caller: Commanding = commanding(Action.ASK_ADMISSION),
) -> CommandAnswer:
    """Say anew what the child presents with."""
    by = Subject(caller.principal.subject)
    command = RecordIndications(indications=tuple(sent.indications), by=by)
    receipt = caller.service.registers.admissions.do(caller.occasion, admission_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/outside-breakdowns", status_code=201)
def add_outside_breakdown(
    admission_id: UUID,
    sent: OutsideBreakdown,
    response: Response,
    caller: Commanding = commanding(Action.ASK_ADMISSION),
) -> CommandAnswer:
    """Add a breakdown that our records do not have, with its evidence (6-44)."""
    by = Subject(caller.principal.subject)
    command = AddOutsideBreakdown(on=sent.on, evidence=sent.evidence, by=by)
    receipt = caller.service.registers.admissions.do(caller.occasion, admission_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/words", status_code=201)
def record_councils_word(
    admission_id: UUID,
    word: CouncilsWord,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_ADMISSION),
) -> CommandAnswer:
    """Record that a purchaser agrees, or objects. Its last word by the day of the start counts."""
    council, by = GssCode(word.council), Subject(caller.principal.subject)
    told = {"council": council, "answered_by": word.answered_by, "on": word.on, "by": by}
    command = (
        AgreeAdmission(**told) if word.agrees else ObjectToAdmission(**told, reason=word.reason)
    )
    receipt = caller.service.registers.admissions.do(caller.occasion, admission_id, command)
    return carried_out(caller.service, receipt, response)
