"""Statutory reviews: they belong to the case, and a move restarts none of them."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.case.codes import Participation
from domain.case.commands import RecordStatutoryReviewHeld, ScheduleStatutoryReview
from domain.case.review import ReviewId
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class PlannedReview(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-03-27"}})

    on: Day


class StatutoryReviewHeld(Body):
    """`participation` is the national code of how the child took part, PN0 to PN7."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"on": "2026-03-27", "participation": "PN1", "views": "I like it here."}
        }
    )

    on: Moment
    review_id: UUID | None = None
    participation: Participation | None = None
    views: LongText | None = None
    outcome: LongText | None = None


@router.post("/statutory-reviews", status_code=201)
def schedule_statutory_review(
    case_id: UUID,
    planned: PlannedReview,
    response: Response,
    caller: Commanding = commanding(Action.SCHEDULE_STATUTORY_REVIEW),
) -> CommandAnswer:
    """Plan a statutory review."""
    review_id = ReviewId(caller.service.ids.new())
    command = ScheduleStatutoryReview(review_id=review_id, on=planned.on)
    receipt = caller.service.cases.do(
        caller.occasion, case_id, command, ids={"review_id": str(review_id)}
    )
    return carried_out(caller.service, receipt, response)


@router.post("/statutory-reviews-held", status_code=201)
def record_statutory_review_held(
    case_id: UUID,
    held: StatutoryReviewHeld,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_STATUTORY_REVIEW),
) -> CommandAnswer:
    """Record that a review was held and completed; its chair says so. Opens C-IRO-5WD."""
    unplanned = ReviewId(caller.service.ids.new())
    command = RecordStatutoryReviewHeld(
        review_id=ReviewId(held.review_id) if held.review_id else None,
        unplanned=None if held.review_id else unplanned,
        on=held.on,
        participation=held.participation,
        chaired_by=Subject(caller.principal.subject),
        views=held.views,
        outcome=held.outcome,
    )
    ids = {"review_id": str(held.review_id or unplanned)}
    receipt = caller.service.cases.do(caller.occasion, case_id, command, ids=ids)
    return carried_out(caller.service, receipt, response)
