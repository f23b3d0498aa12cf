"""What becomes of statutory reviews, and the disputes of the officer who reviews."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.case.reviewing import Adjournment
from domain.case.review import DisputeId, DisputeTier, RecordStep, ReviewAction, ReviewId
from domain.case.reviewing import (
    AskEarlyReview,
    CancelReview,
    ConfirmReviewDecisions,
    EscalateDispute,
    FinishReviewAction,
    RaiseDispute,
    RecordOfReview,
    ResolveDispute,
)
from domain.shared.code_lists import Code
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))
ID = "0198c0de-0000-7000-8000-000000000001"


def example(**told: Any) -> ConfigDict:
    return ConfigDict(json_schema_extra={"example": dict(told)})


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


class RaisedDispute(Body):
    """What is disputed, and whom it is put to first."""

    model_config = example(
        about="no_school_place", tier="team_manager", on="2026-04-20", words="She has waited long."
    )

    about: Code
    tier: DisputeTier
    on: Moment
    words: LongText | None = None


class MovedDispute(Body):
    """Whom it is put to now; Cafcass may be asked at any stage."""

    model_config = example(on="2026-05-04", tier="head_of_service")

    on: Moment
    tier: DisputeTier


class ResolvedDispute(Body):
    model_config = example(on="2026-05-11", outcome="school_place_found")

    on: Moment
    outcome: Code
    words: LongText | None = None


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


@router.post("/iro-disputes", status_code=201)
def raise_dispute(
    case_id: UUID,
    sent: RaisedDispute,
    response: Response,
    caller: Commanding = commanding(Action.RAISE_DISPUTE),
) -> CommandAnswer:
    """Put a dispute of the reviewing officer's on record; opens C-IRODISP-20WD."""
    dispute_id = DisputeId(caller.service.ids.new())
    by = Subject(caller.principal.subject)
    command = RaiseDispute(dispute_id=dispute_id, **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(
        caller.occasion, case_id, command, ids={"dispute_id": str(dispute_id)}
    )
    return carried_out(caller.service, receipt, response)


@router.post("/iro-disputes/{dispute_id}/escalations", status_code=201)
def escalate_dispute(
    case_id: UUID,
    dispute_id: UUID,
    sent: MovedDispute,
    response: Response,
    caller: Commanding = commanding(Action.RAISE_DISPUTE),
) -> CommandAnswer:
    """Put a dispute higher, or ask Cafcass; the twenty working days go on from the first."""
    by = Subject(caller.principal.subject)
    command = EscalateDispute(dispute_id=DisputeId(dispute_id), **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/iro-disputes/{dispute_id}/resolutions", status_code=201)
def resolve_dispute(
    case_id: UUID,
    dispute_id: UUID,
    sent: ResolvedDispute,
    response: Response,
    caller: Commanding = commanding(Action.RAISE_DISPUTE),
) -> CommandAnswer:
    """Say that a dispute is over, and how it ended; meets C-IRODISP-20WD."""
    by = Subject(caller.principal.subject)
    command = ResolveDispute(dispute_id=DisputeId(dispute_id), **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
