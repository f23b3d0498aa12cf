"""The statutory reviews of one child and what came of them, on a day. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from application.case.deadlines import Deadline, deadlines
from application.case.record import ChildRecord
from application.case.view.facts import Facts
from application.case.word import Word, word_of
from domain.case.codes import Participation
from domain.case.events import (
    EarlyReviewAsked,
    ReviewActionFinished,
    ReviewAdjourned,
    ReviewCancelled,
    ReviewDecisionsConfirmed,
    ReviewRecordMoved,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
)
from domain.case.review import RecordStep, ReviewAction, Standing
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day
from domain.shared.personal import Erased

STATUTORY = frozenset({"C-SREV-20", "C-SREV-3M", "C-SREV-6M", "C-SREV-EARLY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReview:
    """One review. `planned_late` warns that it is planned for after a deadline that runs.

    `views` are the child's own words; `finished` are the codes of actions that were done.
    It is `closed` once confirmed, its record distributed and all done. `word` is the last on it.
    """

    review_id: UUID | None
    standing: Standing = Standing.SCHEDULED
    planned_for: date | None = None
    planned_late: bool = False
    first_sat_on: When | None = None
    held_on: When | None = None
    participation: Participation | None = None
    views: str | Erased | None = None
    outcome: str | Erased | None = None
    confirmed_on: When | None = None
    actions: tuple[ReviewAction, ...] = ()
    finished: tuple[str, ...] = ()
    issued_on: When | None = None
    distributed_on: When | None = None
    closed: bool = False
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEarlyReview:
    """A review that was asked for by a day; `words` of whoever asked, the child's own too."""

    because: str
    asked_on: When
    before: date
    words: str | Erased | None
    word: Word


def reviews_shown(record: ChildRecord) -> Iterator[ShownReview]:
    """Every review on record by the day, in the order in which we came to know of them."""
    late_from = _late_from(deadlines(record))
    found: dict[UUID, ShownReview] = {}
    for recorded in known_by(record.case, record.day):
        key = _review_of(recorded)
        if key is not None:
            found[key] = _after(found.get(key) or _begun(recorded), recorded)
    for review in found.values():
        to_come = None if review.standing is Standing.HELD else review.planned_for
        late = to_come is not None and late_from is not None and to_come > late_from
        yield replace(review, planned_late=late, closed=_is_closed(review))


def asked_early(record: ChildRecord) -> Iterator[ShownEarlyReview]:
    for recorded in known_by(record.case, record.day):
        if isinstance(recorded.event, EarlyReviewAsked):
            yield ShownEarlyReview(
                because=recorded.event.because,
                asked_on=recorded.event.on,
                before=recorded.event.before,
                words=recorded.event.words,
                word=word_of(recorded),
            )


def _is_closed(review: ShownReview) -> bool:
    done = {each.code for each in review.actions} <= set(review.finished)
    return review.confirmed_on is not None and review.distributed_on is not None and done


def known_by(facts: Facts, day: date) -> Facts:
    return [each for each in facts if london_day(each.effective_at) <= day]


def _late_from(found: Sequence[Deadline]) -> date | None:
    """The first day on which a review is due that is not held yet."""
    due = [each.due for each in found if each.code in STATUTORY and each.closed_at is None]
    return london_day(min(due)) if due else None


def _review_of(recorded: Recorded[Any]) -> UUID | None:
    """Whose review it is; one that was held without an id goes by its event."""
    match recorded.event:
        case StatutoryReviewHeld(review_id=None):
            return recorded.event_id
        case (
            StatutoryReviewScheduled()
            | StatutoryReviewHeld()
            | ReviewAdjourned()
            | ReviewCancelled()
            | ReviewDecisionsConfirmed()
            | ReviewRecordMoved()
            | ReviewActionFinished()
        ) as event:
            return event.review_id
        case _:
            return None


def _begun(recorded: Recorded[Any]) -> ShownReview:
    return ShownReview(review_id=recorded.event.review_id, word=word_of(recorded))


def _after(shown: ShownReview, recorded: Recorded[Any]) -> ShownReview:
    shown = replace(shown, word=word_of(recorded))
    match recorded.event:
        case StatutoryReviewScheduled(on=on):
            return replace(shown, planned_for=on)
        case ReviewAdjourned(first_sat_on=on, resumes_on=again):
            adjourned = Standing.ADJOURNED
            return replace(shown, standing=adjourned, first_sat_on=on, planned_for=again)
        case ReviewCancelled():
            return replace(shown, standing=Standing.CANCELLED)
        case StatutoryReviewHeld() as held:
            return _held(shown, held)
        case ReviewDecisionsConfirmed(on=on, actions=actions):
            return replace(shown, confirmed_on=on, actions=actions)
        case ReviewRecordMoved(step=RecordStep.ISSUED, on=on):
            return replace(shown, issued_on=on)
        case ReviewRecordMoved(on=on):
            return replace(shown, distributed_on=on)
        case ReviewActionFinished(action=action):
            return replace(shown, finished=(*shown.finished, action))
        case _:
            return shown


def _held(shown: ShownReview, held: StatutoryReviewHeld) -> ShownReview:
    return replace(
        shown,
        standing=Standing.HELD,
        held_on=held.on,
        first_sat_on=held.first_sat_on,
        participation=held.participation,
        views=held.views,
        outcome=held.outcome,
    )
