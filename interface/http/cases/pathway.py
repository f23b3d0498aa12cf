"""A young person's way out of care: needs, plan, reviews, and the personal adviser's visits."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.case.codes import Participation
from domain.case.documents import DocumentId
from domain.case.pathway import (
    RecordAdviserVisit,
    RecordPathwayNeeds,
    RecordPathwayPlan,
    RecordPathwayReview,
    ReviewAskedBy,
)
from domain.shared.code_lists import Code
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class PathwayNeeds(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"on": "2026-05-12", "views": "I want my own key."}}
    )

    on: Moment
    views: LongText | None = None


class PathwayPlan(Body):
    """Whether the young person agrees with it; `document_id` is a pathway plan on record."""

    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-06-01", "agreed": True}})

    on: Moment
    agreed: bool
    document_id: UUID | None = None


class PathwayReview(Body):
    """Why it was held, how the young person took part, and who else came, by their roles."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-11-02",
                "asked_by": "time",
                "participation": "PN1",
                "views": "The college is too far.",
                "attended": ["personal_adviser", "provider"],
            }
        }
    )

    on: Moment
    asked_by: ReviewAskedBy
    participation: Participation | None = None
    views: LongText | None = None
    attended: list[Code] = Field(default=[], max_length=30)
    recommendations: LongText | None = None


class AdviserVisit(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-11-09", "seen": True}})

    on: Moment
    seen: bool
    views: LongText | None = None


@router.post("/pathway-needs", status_code=201)
def record_pathway_needs(
    case_id: UUID,
    sent: PathwayNeeds,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PATHWAY),
) -> CommandAnswer:
    """Record that needs were assessed; meets C-PATHNEEDS-3M."""
    command = RecordPathwayNeeds(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/pathway-plans", status_code=201)
def record_pathway_plan(
    case_id: UUID,
    sent: PathwayPlan,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PATHWAY),
) -> CommandAnswer:
    """Record that a pathway plan was made; the first opens C-PATHREV-6M."""
    command = RecordPathwayPlan(
        on=sent.on,
        agreed=sent.agreed,
        document_id=DocumentId(sent.document_id) if sent.document_id else None,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/pathway-reviews", status_code=201)
def record_pathway_review(
    case_id: UUID,
    sent: PathwayReview,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PATHWAY),
) -> CommandAnswer:
    """Record that the pathway plan was reviewed; the next falls due six months after it."""
    command = RecordPathwayReview(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/adviser-visits", status_code=201)
def record_adviser_visit(
    case_id: UUID,
    sent: AdviserVisit,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PATHWAY),
) -> CommandAnswer:
    """Record that the personal adviser came: C-PAVISIT-7D and -2M, if it saw the young person."""
    command = RecordAdviserVisit(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
