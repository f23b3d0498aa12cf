"""Away for a while, and what the provider says of a child who lives with it."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict

from application.access.actions import Action
from application.placement.provider_reports import Report, Reported
from domain.placement.absences import AbsenceKind
from domain.placement.commands import RecordBack, RecordTemporaryAbsence
from domain.placement.stability import ToldBy
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText, SubjectText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class TemporaryAbsence(Body):
    """Away, and the place kept. Custody names in `held_open_by` who decided so (6-81)."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "hospital",
                "since": "2026-04-14T10:30:00+01:00",
                "expected_back": "2026-04-17",
                "told_by": "provider",
                "where": "Ward 4, Royal Derby",
            }
        }
    )

    kind: AbsenceKind
    since: Moment
    expected_back: Day | None = None
    told_by: ToldBy = ToldBy.COUNCIL
    where: LongText | None = None
    held_open_by: SubjectText | None = None


class Back(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"at": "2026-04-17T15:00:00+01:00", "told_by": "provider"}}
    )

    at: Moment
    told_by: ToldBy = ToldBy.COUNCIL


class ProviderReport(Body):
    """What happened to a child who lives there; `absence` or `change` says of which kind."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "what": "absent",
                "at": "2026-04-14T10:30:00+01:00",
                "absence": "hospital",
                "expected_back": "2026-04-17",
            }
        }
    )

    what: Reported
    at: Moment
    absence: Literal["hospital", "holiday", "carers_holiday", "other"] | None = None
    expected_back: Day | None = None
    change: CodeText | None = None
    text: LongText | None = None


class ReportReceived(BaseModel):
    """That it is on record, and nothing of what else is."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "placement_id": "0198c0de-0000-7000-8000-000000000003",
                "what": "absent",
            }
        }
    )

    placement_id: UUID
    what: Reported


@router.post("/temporary-absences", status_code=201)
def record_temporary_absence(
    placement_id: UUID,
    sent: TemporaryAbsence,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_ABSENCE),
) -> CommandAnswer:
    """Record that the child is away for a while: the placement and its place stay as they are."""
    by = Subject(caller.principal.subject)
    command = RecordTemporaryAbsence.model_validate({**sent.model_dump(), "by": by})
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/temporary-absence-ends", status_code=201)
def record_back(
    placement_id: UUID,
    sent: Back,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_ABSENCE),
) -> CommandAnswer:
    """Record that the child is back."""
    command = RecordBack(at=sent.at, told_by=sent.told_by, by=Subject(caller.principal.subject))
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/provider-reports", status_code=201)
def report_of_child(
    placement_id: UUID,
    sent: ProviderReport,
    response: Response,
    caller: Commanding = commanding(Action.REPORT_OF_CHILD),
) -> ReportReceived:
    """Say as the provider that the child is away, back, missing, or that something changed."""
    told = sent.model_dump()
    absence = AbsenceKind(sent.absence) if sent.absence else None
    report = Report(**told | {"absence": absence})
    receipt = caller.service.placement.provider_reports.report(
        caller.occasion, placement_id, report
    )
    carried_out(caller.service, receipt, response)
    # How much has happened to the child, or in the whole service, is not the provider's.
    del response.headers["ETag"]
    return ReportReceived(placement_id=placement_id, what=sent.what)
