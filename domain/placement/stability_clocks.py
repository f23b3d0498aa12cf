"""C-PKG-TRIG and C-DISRUPT: a change is reviewed, and what broke down is looked back upon."""

from collections.abc import Iterator

from domain.placement.events import (
    DisruptionMeetingHeld,
    PackageReviewHeld,
    SignificantChangeReported,
)
from domain.placement.history import History, end_of, first_of, not_voided, of_kind
from domain.shared.clock_catalogue import C_DISRUPT, C_PKG_TRIG
from domain.shared.clocks import Clock, ClockTerms, closed, met, opened
from domain.shared.moments import before


def stability(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """Each change by the next review from then on; an unplanned end by the first meeting."""
    end = end_of(history)
    yield from _reviews_of_changes(history, terms)
    if end is not None and not end.event.planned:
        clock = opened(end, C_DISRUPT, terms.limits[C_DISRUPT], terms)
        held = first_of(not_voided(history), DisruptionMeetingHeld)
        yield met(clock, held) if held is not None else clock


def _reviews_of_changes(history: History, terms: ClockTerms) -> Iterator[Clock]:
    end = end_of(history)
    reviews = of_kind(history, PackageReviewHeld)
    for change in of_kind(history, SignificantChangeReported):
        clock = opened(change, C_PKG_TRIG, terms.limits[C_PKG_TRIG], terms)
        since = (each for each in reviews if not before(each.event.on, change.event.on))
        yield closed(clock, next(since, None), end)
