"""The deadlines that a placement opens (docs/domain/03, 3.2)."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from domain.placement.absence_clocks import absence_clocks
from domain.placement.account_clock import final_account
from domain.placement.approval_clocks import approvals
from domain.placement.carer_clocks import carers
from domain.placement.events import (
    AgreementInForce,
    AgreementIssued,
    JoinedToSearch,
    PackageReviewHeld,
    PlacementEnded,
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
    Recategorised,
    RiskReviewAsked,
    RiskReviewHeld,
    StartAgreed,
)
from domain.placement.history import (
    History,
    end_of,
    first_of,
    is_voided,
    last_word_on_start,
    of_kind,
)
from domain.placement.meeting_clock import meetings
from domain.placement.move_clocks import move_plans
from domain.placement.notice_clocks import notices
from domain.placement.stability_clocks import stability
from domain.placement.variation_clocks import variations
from domain.shared.clock_catalogue import (
    C_IPASIGN,
    C_NIGHTS_7,
    C_PKG_2W,
    C_PKG_3M,
    C_RESERVE,
    C_RISKREV,
)
from domain.shared.clocks import Clock, ClockTerms, Limit, Unit, closed, met, opened
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.moments import before, london_day

M = TypeVar("M", bound=Event)
S = TypeVar("S", bound=Event)

FIRST_FOLLOW_UP = f"{C_PKG_3M}:first"
"""One key for the review after the first, whether the first was held or not."""


def clocks(history: History, terms: ClockTerms) -> Sequence[Clock]:
    """Every deadline of one placement, as its history has it; none of the wrong child's."""
    if is_voided(history):
        return []
    return [
        *_reservation(history, terms),
        *_signing(history, terms),
        *_package_reviews(history, terms),
        *notices(history, terms),
        *_risk_reviews(history, terms),
        *_nights(history, terms),
        *move_plans(history, terms),
        *meetings(history, terms),
        *approvals(history, terms),
        *carers(history, terms),
        *stability(history, terms),
        *absence_clocks(history, terms),
        *variations(history, terms),
        *final_account(history, terms),
    ]


def _reservation(history: History, terms: ClockTerms) -> Iterator[Clock]:
    # An agreed start renews the reservation until the day agreed: it is no longer at risk.
    agreed, start = first_of(history, StartAgreed), last_word_on_start(history)
    cancelled = first_of(history, PlacementNotStarted)
    for proposal in of_kind(history, PlacementProposed):
        clock = opened(proposal, C_RESERVE, terms.limits[C_RESERVE], terms)
        yield _closed(clock, agreed or start, cancelled)


def _signing(history: History, terms: ClockTerms) -> Iterator[Clock]:
    in_force, end = first_of(history, AgreementInForce), end_of(history)
    cancelled = first_of(history, PlacementNotStarted)
    for issued in of_kind(history, AgreementIssued):
        clock = opened(issued, C_IPASIGN, terms.limits[C_IPASIGN], terms)
        yield _closed(_closed(clock, in_force, end), None, cancelled)


def _package_reviews(history: History, terms: ClockTerms) -> Iterator[Clock]:
    start, since = first_of(history, PlacementStarted), last_word_on_start(history)
    if start is None or since is None:
        return
    anchor, end = since.effective_at, end_of(history)
    held = of_kind(history, PackageReviewHeld)
    reviews = [review for review in held if not before(review.event.on, anchor)]
    limit = terms.limits[C_PKG_2W]
    first = opened(start, C_PKG_2W, limit, terms, anchored_at=anchor)
    yield _closed(first, next(iter(reviews), None), end)
    if reviews:
        yield from _follow_ups(reviews, end, terms)
    else:
        yield _closed(_after_one_never_held(start, first, terms), None, end)


def _follow_ups(
    reviews: Sequence[Recorded[PackageReviewHeld]],
    end: Recorded[PlacementEnded] | None,
    terms: ClockTerms,
) -> Iterator[Clock]:
    limit = terms.limits[C_PKG_3M]
    for review, following in zip_longest(reviews, reviews[1:]):
        key = FIRST_FOLLOW_UP if review is reviews[0] else None
        yield _closed(opened(review, C_PKG_3M, limit, terms, key=key), following, end)


def _after_one_never_held(
    start: Recorded[PlacementStarted], first: Clock, terms: ClockTerms
) -> Clock:
    """A first review that was never held still yields the next date (R-19)."""
    return opened(
        start,
        C_PKG_3M,
        terms.limits[C_PKG_3M],
        terms,
        key=FIRST_FOLLOW_UP,
        anchored_at=london_day(first.due.at),
    )


def _nights(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """So many nights from the day of the start (R-04): leaving on the day after them is in time."""
    start, since = first_of(history, PlacementStarted), last_word_on_start(history)
    joined = first_of(history, JoinedToSearch)
    most = joined.event.max_nights if joined else start and start.event.max_nights
    if start is None or since is None or most is None:
        return
    limit = Limit(number=most, unit=Unit.CALENDAR_DAYS)
    anchored_at = london_day(since.effective_at)
    clock = opened(start, C_NIGHTS_7, limit, terms, anchored_at=anchored_at)
    moved, end = first_of(history, Recategorised), end_of(history)
    yield met(_closed(clock, moved, None), end) if end else _closed(clock, moved, None)


def _risk_reviews(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """Each asked for once, and met by the next that was held; an end stops what is owed."""
    held = of_kind(history, RiskReviewHeld)
    end, never = end_of(history), first_of(history, PlacementNotStarted)
    for asked in of_kind(history, RiskReviewAsked):
        answer = next((each for each in held if each.version > asked.version), None)
        clock = opened(asked, C_RISKREV, terms.limits[C_RISKREV], terms)
        yield _closed(_closed(clock, answer, end), None, never)


def _closed(clock: Clock, answer: Recorded[M] | None, stop: Recorded[S] | None) -> Clock:
    """The clock, met by its answer unless what stopped it came before."""
    late = stop and answer and before(stop.effective_at, answer.effective_at)
    return closed(clock, None if late else answer, stop)
