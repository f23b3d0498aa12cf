"""C-MEET: young person and provider meet, and a visit is made, before the start (4-116, 4-117)."""

from collections.abc import Iterator
from operator import attrgetter

from domain.placement.events import (
    IntroductoryVisitHeld,
    PlacementNotStarted,
    PlacementProposed,
    ProviderMeetingHeld,
    StartAgreed,
)
from domain.placement.history import History, first_of, last_word_on_start, of_kind
from domain.shared.clock_catalogue import C_MEET
from domain.shared.clocks import Clock, ClockTerms, closed, due_by
from domain.shared.envelope import Recorded
from domain.shared.moments import before


def meetings(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """Due by the day on which the child would move in; an agreed or a real start ends it (R-92).

    An emergency skips the meeting and the visit, and has no such deadline (2.2).
    """
    proposals = of_kind(history, PlacementProposed)
    awaited = [each for each in proposals if each.event.bought and not each.event.emergency]
    for proposal in awaited:
        yield _closed(due_by(proposal, C_MEET, proposal.event.starts_on, terms), history)


def _closed(clock: Clock, history: History) -> Clock:
    both = _both(history)
    ends = [
        first_of(history, StartAgreed),
        last_word_on_start(history),
        first_of(history, PlacementNotStarted),
    ]
    found = [each for each in ends if each is not None]
    end = min(found, key=attrgetter("position"), default=None)
    late = both and end and end.position < both.position
    return closed(clock, None if late else both, end)


def _both(history: History) -> Recorded[ProviderMeetingHeld | IntroductoryVisitHeld] | None:
    """The later of the first meeting of both and the first visit, once there were both."""
    met_both = (e for e in of_kind(history, ProviderMeetingHeld) if e.event.is_of_both())
    meeting, visit = next(met_both, None), first_of(history, IntroductoryVisitHeld)
    if meeting is None or visit is None:
        return None
    return visit if before(meeting.effective_at, visit.effective_at) else meeting
