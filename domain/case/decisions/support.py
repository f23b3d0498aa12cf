"""Recording what the child needs, and the reviews of their care."""

from collections.abc import Sequence

from domain.case.commands import (
    RecordMatrix,
    RecordStatutoryReviewHeld,
    ScheduleStatutoryReview,
    SupportCommand,
)
from domain.case.errors import UnknownReview
from domain.case.events import (
    CaseEvent,
    MatrixAssessed,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
)
from domain.case.legal import is_looked_after_now
from domain.case.review import Review, ReviewId, Standing
from domain.case.rules import require_born_by, require_within_matrix
from domain.case.state import Open
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, WrongState
from domain.shared.moments import When, london_day
from domain.shared.personal import legible
from domain.shared.vocabulary import age_on


def decide(case: Open, command: SupportCommand) -> Sequence[CaseEvent]:
    match command:
        case RecordMatrix():
            return record_matrix(case, command)
        case ScheduleStatutoryReview():
            return schedule_statutory_review(case, command)
        case RecordStatutoryReviewHeld():
            return record_statutory_review_held(case, command)


def record_matrix(case: Open, command: RecordMatrix) -> Sequence[CaseEvent]:
    require_born_by(legible(case.born_on), command.on)
    require_within_matrix(command.half_hours, command.bespoke_24_7_approved_by, command.by)
    assessed = MatrixAssessed(
        half_hours=command.half_hours,
        bespoke_24_7_approved_by=command.bespoke_24_7_approved_by,
        score=command.score,
        on=command.on,
        assessed_by=command.by,
    )
    return [assessed]


def schedule_statutory_review(case: Open, command: ScheduleStatutoryReview) -> Sequence[CaseEvent]:
    if not is_looked_after_now(case.legal):
        raise WrongState("Statutory reviews are of children who are looked after.")
    held = case.reviews.get(command.review_id)
    if held is not None and held.standing is not Standing.SCHEDULED:
        raise WrongState(f"This review is {held.standing.value}.")
    return [StatutoryReviewScheduled(review_id=command.review_id, on=command.on)]


def record_statutory_review_held(
    case: Open, command: RecordStatutoryReviewHeld
) -> Sequence[CaseEvent]:
    born_on = legible(case.born_on)
    require_born_by(born_on, command.on)
    if command.participation is None:
        raise MissingInformation(["participation"])
    planned = _planned(case, command.review_id, command.on) if command.review_id else None
    held = StatutoryReviewHeld(
        review_id=command.review_id or command.unplanned,
        on=command.on,
        participation=command.participation,
        chaired_by=command.chaired_by,
        views=command.views,
        outcome=command.outcome,
        age_in_years=age_on(born_on, london_day(command.on)),
        first_sat_on=planned.first_sat_on if planned else None,
    )
    return [held]


def _planned(case: Open, review_id: ReviewId, on: When) -> Review:
    """The review that was planned, be it that it had been called off."""
    if review_id not in case.reviews:
        raise UnknownReview
    review = case.reviews[review_id]
    if review.standing is Standing.HELD:
        raise WrongState("This review has been recorded as held already.")
    if review.first_sat_on is not None and london_day(on) < london_day(review.first_sat_on):
        raise EffectiveBeforeStream("The review was begun later.")
    return review
