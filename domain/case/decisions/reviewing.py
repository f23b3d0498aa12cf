"""What becomes of a statutory review: adjourned, cancelled, confirmed, written down, done."""

from collections.abc import Sequence

from domain.case.errors import (
    ActionsContradict,
    AdjournedTooLong,
    UnknownReview,
    UnknownReviewAction,
)
from domain.case.events import (
    CaseEvent,
    EarlyReviewAsked,
    ReviewActionFinished,
    ReviewAdjourned,
    ReviewCancelled,
    ReviewDecisionsConfirmed,
    ReviewRecordMoved,
)
from domain.case.legal import LegalStep, is_looked_after_now
from domain.case.review import RecordStep, Review, ReviewId, Standing
from domain.case.reviewing import (
    AdjournReview,
    AskEarlyReview,
    CancelReview,
    ConfirmReviewDecisions,
    FinishReviewAction,
    RecordOfReview,
    ReviewingCommand,
)
from domain.case.rules import require_born_by
from domain.case.state import Open
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import When, london_day
from domain.shared.personal import legible
from domain.shared.two_people import require_second_person


def decide(case: Open, command: ReviewingCommand) -> Sequence[CaseEvent]:
    match command:
        case AskEarlyReview():
            return ask_early_review(case, command)
        case AdjournReview():
            return adjourn(case, command)
        case CancelReview():
            _require_to_come(_known(case, command.review_id))
            return [ReviewCancelled(**dict(command))]
        case ConfirmReviewDecisions():
            return confirm_decisions(case, command)
        case RecordOfReview():
            return record_of_review(case, command)
        case FinishReviewAction():
            return finish_action(case, command)


def ask_early_review(case: Open, command: AskEarlyReview) -> Sequence[CaseEvent]:
    require_born_by(legible(case.born_on), command.on)
    if not is_looked_after_now(case.legal):
        raise WrongState("Statutory reviews are of children who are looked after.")
    if command.before < london_day(command.on):
        raise EffectiveBeforeStream("The review would have to be held before it was asked for.")
    return [EarlyReviewAsked(**dict(command))]


def adjourn(case: Open, command: AdjournReview) -> Sequence[CaseEvent]:
    """Refuse to adjourn twice for a deadline, or longer than the limit after it (2.7, 6-32)."""
    require_born_by(legible(case.born_on), command.first_sat_on)
    review = _known(case, command.review_id)
    _require_to_come(review)
    if _was_adjourned(case):
        raise WrongState("A review is adjourned once, whatever record it is kept in.")
    if command.resumes_on < london_day(command.first_sat_on):
        raise EffectiveBeforeStream("The review would go on before it was begun.")
    if command.latest is not None and command.resumes_on > command.latest:
        raise AdjournedTooLong(f"It goes on by {command.latest}.")
    return [ReviewAdjourned(**command.model_dump(exclude={"latest"}))]


def _was_adjourned(case: Open) -> bool:
    """Whether one was begun for the deadline that runs, called off since or not (R-223)."""
    held = [london_day(each) for each in case.reviewed]
    began = [london_day(each.since) for each in case.legal if each.step is LegalStep.BEGAN]
    begun = (
        london_day(each.first_sat_on)
        for each in case.reviews.values()
        if each.first_sat_on is not None and each.standing is not Standing.HELD
    )
    return any(
        all(day < sat for day in held) and all(day <= sat for day in began[-1:]) for sat in begun
    )


def confirm_decisions(case: Open, command: ConfirmReviewDecisions) -> Sequence[CaseEvent]:
    """Refuse the word of whoever chaired the review: a manager confirms it for the council."""
    review = _held_by(case, command.review_id, command.on)
    if review.confirmed:
        raise WrongState("The decisions of this review have been confirmed.")
    if review.chaired_by is not None:
        require_second_person(command.by, review.chaired_by, "what was decided")
    codes = [each.code for each in command.actions]
    if len(set(codes)) != len(codes):
        raise ActionsContradict
    return [ReviewDecisionsConfirmed(**dict(command))]


def record_of_review(case: Open, command: RecordOfReview) -> Sequence[CaseEvent]:
    review = _held_by(case, command.review_id, command.on)
    if command.step is RecordStep.ISSUED:
        if review.issued_on is not None:
            raise WrongState("The record of this review has been issued.")
    else:
        _require_issued(review, command.on)
    return [ReviewRecordMoved(**dict(command))]


def _require_issued(review: Review, on: When) -> None:
    if review.issued_on is None or review.distributed:
        raise WrongState("A record is distributed once, when it has been issued.")
    if london_day(on) < london_day(review.issued_on):
        raise EffectiveBeforeStream("The record was issued later.")


def finish_action(case: Open, command: FinishReviewAction) -> Sequence[CaseEvent]:
    review = _held_by(case, command.review_id, command.on)
    if command.action not in review.open_actions:
        raise UnknownReviewAction
    return [ReviewActionFinished(**dict(command))]


def _known(case: Open, review_id: ReviewId) -> Review:
    if review_id not in case.reviews:
        raise UnknownReview
    return case.reviews[review_id]


def _require_to_come(review: Review) -> None:
    if review.standing in {Standing.HELD, Standing.CANCELLED}:
        raise WrongState(f"This review is {review.standing.value}.")


def _held_by(case: Open, review_id: ReviewId, on: When) -> Review:
    """The review, which was held by a day: before that nothing follows from it."""
    review = _known(case, review_id)
    if review.held_on is None:
        raise WrongState("This review has not been held.")
    if london_day(on) < london_day(review.held_on):
        raise EffectiveBeforeStream("The review was held later.")
    return review
