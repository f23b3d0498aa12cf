"""What a statutory review decided: confirmed, put on record, and done."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import Field

from application.access.actions import Action
from domain.case.review import RecordStep, ReviewAction, ReviewId
from domain.case.reviewing import ConfirmReviewDecisions, FinishReviewAction, RecordOfReview
from domain.shared.code_lists import Code
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.examples import example
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class SentAction(Body):
    code: Code
    whose: Code
    by: Day | None = None


class ConfirmedDecisions(Body):
    """From when the decisions stand, and what is to be done, by whom and until when."""

    model_config = example(
        on="2026-04-01",
        actions=[{"code": "ask_for_mentor", "whose": "social_worker", "by": "2026-05-01"}],
    )

    on: Moment
    actions: list[SentAction] = Field(default=[], max_length=50)


class MovedRecord(Body):
    model_config = example(step="issued", on="2026-04-14")

    step: RecordStep
    on: Moment


class FinishedAction(Body):
    model_config = example(action="ask_for_mentor", on="2026-04-20")

    action: Code
    on: Moment


@router.post("/statutory-reviews/{review_id}/confirmations", status_code=201)
def confirm_review_decisions(
    case_id: UUID,
    review_id: UUID,
    sent: ConfirmedDecisions,
    response: Response,
    caller: Commanding = commanding(Action.CONFIRM_REVIEW_DECISIONS),
) -> CommandAnswer:
    """Confirm for the council what a review decided; meets the first of C-IRO-5WD."""
    command = ConfirmReviewDecisions(
        review_id=ReviewId(review_id),
        on=sent.on,
        actions=tuple(ReviewAction(**each.model_dump()) for each in sent.actions),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/statutory-reviews/{review_id}/records", status_code=201)
def move_record_of_review(
    case_id: UUID,
    review_id: UUID,
    sent: MovedRecord,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_STATUTORY_REVIEW),
) -> CommandAnswer:
    """Say that the record of a review was issued, or distributed (C-IRO-5WD)."""
    by = Subject(caller.principal.subject)
    command = RecordOfReview(review_id=ReviewId(review_id), **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/statutory-reviews/{review_id}/finished-actions", status_code=201)
def finish_review_action(
    case_id: UUID,
    review_id: UUID,
    sent: FinishedAction,
    response: Response,
    caller: Commanding = commanding(Action.FINISH_REVIEW_ACTION),
) -> CommandAnswer:
    """Say that what a review decided was done."""
    by = Subject(caller.principal.subject)
    command = FinishReviewAction(review_id=ReviewId(review_id), **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
