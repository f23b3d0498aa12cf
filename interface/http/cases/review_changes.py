"""A statutory review is asked for early, gone on with on another day, or called off."""

from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.case.reviewing import Adjournment
from domain.case.review import ReviewId
from domain.case.reviewing import AskEarlyReview, CancelReview
from domain.shared.code_lists import Code
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.examples import example
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class EarlyReview(Body):
    """Why a review is wanted by a day, and the words of whoever asks, the child's own too."""

    model_config = example(
        because="childs_wish", on="2026-04-20", before="2026-05-08", words="I want to talk now."
    )

    because: Code
    on: Moment
    before: Day
    words: LongText | None = None


class AdjournedReview(Body):
    """When it was begun, and when it goes on: within twenty working days of when it was due."""

    model_config = example(
        first_sat_on="2026-03-27", resumes_on="2026-04-10", because="parent_could_not_come"
    )

    first_sat_on: Moment
    resumes_on: Day
    because: Code


class CancelledReview(Body):
    model_config = example(because="interpreter_ill")

    because: Code


@router.post("/early-reviews", status_code=201)
def ask_for_early_review(
    case_id: UUID,
    sent: EarlyReview,
    response: Response,
    caller: Commanding = commanding(Action.ASK_EARLY_REVIEW),
) -> CommandAnswer:
    """Ask for a statutory review by a day; opens C-SREV-EARLY, however lately one was held."""
    command = AskEarlyReview(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/statutory-reviews/{review_id}/adjournments", status_code=201)
def adjourn_statutory_review(
    case_id: UUID,
    review_id: UUID,
    sent: AdjournedReview,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_STATUTORY_REVIEW),
) -> CommandAnswer:
    """Go on with a review on another day, once: it counts when it is completed."""
    told = Adjournment(**sent.model_dump())
    receipt = caller.service.reviews.adjourn(caller.occasion, case_id, review_id, told)
    return carried_out(caller.service, receipt, response)


@router.post("/statutory-reviews/{review_id}/cancellations", status_code=201)
def cancel_statutory_review(
    case_id: UUID,
    review_id: UUID,
    sent: CancelledReview,
    response: Response,
    caller: Commanding = commanding(Action.SCHEDULE_STATUTORY_REVIEW),
) -> CommandAnswer:
    """Call a planned review off. What is due stays due."""
    by = Subject(caller.principal.subject)
    command = CancelReview(review_id=ReviewId(review_id), because=sent.because, by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
