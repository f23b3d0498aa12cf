"""What a funder spent in a financial year: estimated, told, put right."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.joint_service.commands import CorrectSpend, RecordSpend
from domain.shared.money import Funder
from domain.shared.vocabulary import Pence, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.joint_services.agreeing import YearlyPence
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(prefix="/joint-services/{joint_service_id}", tags=["joint services"])


class FunderOfYear(Body):
    funder: Funder
    year: int = Field(
        ge=1990, le=2200, strict=True, description="In which the financial year begins: 2026/27"
    )
    pence: YearlyPence


class ToldSpend(FunderOfYear):
    """A figure of a funder's year, told on a day; an estimate until the year is closed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "funder": "derby",
                "year": 2025,
                "pence": 29_950_000,
                "estimated": False,
                "on": "2026-03-02",
            }
        }
    )

    estimated: bool
    on: Day


class RightSpend(FunderOfYear):
    """What the figure told for a year really was, and who else approves that it is put right."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "funder": "derby",
                "year": 2025,
                "pence": 29_905_000,
                "reason": "Two figures changed places.",
                "approved_by": "finn-finance",
            }
        }
    )

    reason: LongText
    approved_by: ShortText


@router.post("/spending", status_code=201, responses=declared(404, 409))
def record_spend(
    joint_service_id: UUID,
    sent: ToldSpend,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_JOINT_SPEND),
) -> CommandAnswer:
    """Record what a funder spent in a year. It is shown beside what was due, and never adjusted."""
    command = RecordSpend(
        funder=sent.funder,
        year=sent.year,
        pence=Pence(sent.pence),
        estimated=sent.estimated,
        on=sent.on,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.registers.joint_services.do(caller.occasion, joint_service_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/spending-corrections", status_code=201, responses=declared(404, 409, 412, 428))
def correct_spend(
    joint_service_id: UUID,
    sent: RightSpend,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.RECORD_JOINT_SPEND),
) -> CommandAnswer:
    """Put a figure right by two people; the old one is shown beside it."""
    command = CorrectSpend(
        funder=sent.funder,
        year=sent.year,
        pence=Pence(sent.pence),
        reason=sent.reason,
        approved_by=Subject(sent.approved_by),
        by=Subject(caller.principal.subject),
    )
    services = caller.service.registers.joint_services
    receipt = services.do(caller.occasion, joint_service_id, command, version_seen)
    return carried_out(caller.service, receipt, response)
