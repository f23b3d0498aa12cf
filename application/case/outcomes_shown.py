"""How a child gets on from review to review, outcome by outcome, in its own words too. Pure.

The outcomes are those of its agreements, with where the child started. What else they count
towards (quality statements, strategic outcomes, another framework) is said by the code lists.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from application.case.record import ChildRecord
from application.case.word import Word, word_of
from domain.placement.agreement import Outcome
from domain.placement.chronology import chronology
from domain.placement.events import PackageReviewHeld
from domain.placement.reviewing import Attendance, OutcomeRating, Progress
from domain.shared.chronology import in_business_order
from domain.shared.code_lists import CodeLists
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day
from domain.shared.personal import Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPackageReview:
    """One review of a package; `childs_views` are the child's own words."""

    placement_id: str
    on: When
    attendance: Attendance
    participation: str
    childs_views: str | Erased | None
    ratings: tuple[OutcomeRating, ...]
    matrix_half_hours: int
    recommendations: str | Erased | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRating:
    """What one review found; `childs_views` is what the child said at it."""

    on: When
    progress: Progress
    evidence: str
    childs_views: str | Erased | None
    placement_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOutcome:
    """One outcome over all reviews; `counts_towards` are codes of other frameworks.

    `baseline` and `measure` are those of the newest agreement that has it; none where it was
    rated without having been agreed.
    """

    code: str
    baseline: str | Erased | None
    measure: str | None
    counts_towards: tuple[str, ...]
    ratings: tuple[ShownRating, ...]


def package_reviews(record: ChildRecord) -> Sequence[ShownPackageReview]:
    """Of every home that the child had, in the order in which they were held."""
    found = [
        recorded
        for history in record.of_kind("placement")
        for recorded in history.events
        if isinstance(recorded.event, PackageReviewHeld)
        and london_day(recorded.effective_at) <= record.day
    ]
    return [_shown(each) for each in in_business_order(found)]


def outcomes_shown(record: ChildRecord, lists: CodeLists) -> Iterator[ShownOutcome]:
    reviews, agreed = package_reviews(record), dict(_agreed(record))
    rated = (rating.code for review in reviews for rating in review.ratings)
    for code in dict.fromkeys((*agreed, *rated)):
        outcome = agreed.get(code)
        yield ShownOutcome(
            code=code,
            baseline=outcome.baseline if outcome else None,
            measure=outcome.measure if outcome else None,
            counts_towards=tuple(lists.counts_towards(code)),
            ratings=tuple(_ratings(code, reviews)),
        )


def _agreed(record: ChildRecord) -> Iterator[tuple[str, Outcome]]:
    """What was agreed by the day, the newest agreement last."""
    periods = [
        period
        for history in record.of_kind("placement")
        for period in chronology(history.events).agreements
        if london_day(period.since) <= record.day
    ]
    for period in sorted(periods, key=lambda each: london_day(each.since)):
        for outcome in period.terms.outcomes:
            yield outcome.code, outcome


def _ratings(code: str, reviews: Sequence[ShownPackageReview]) -> Iterator[ShownRating]:
    for review in reviews:
        for rating in review.ratings:
            if rating.code == code:
                yield ShownRating(
                    on=review.on,
                    progress=rating.progress,
                    evidence=rating.evidence,
                    childs_views=review.childs_views,
                    placement_id=review.placement_id,
                )


def _shown(recorded: Recorded[PackageReviewHeld]) -> ShownPackageReview:
    held = recorded.event
    return ShownPackageReview(
        placement_id=recorded.stream.partition("-")[2],
        on=held.on,
        attendance=held.attendance,
        participation=held.participation,
        childs_views=held.childs_views,
        ratings=held.ratings,
        matrix_half_hours=held.matrix_half_hours,
        recommendations=held.recommendations,
        word=word_of(recorded),
    )
