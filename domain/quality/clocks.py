"""C-PROVMTG-MONTH: a contract meeting each month; C-ACTION: what was agreed is done by its day.

The first month counts from when monitoring began, each later one from the meeting before. A
meeting recorded as held before monitoring began counts as the meeting before.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from domain.quality import events as came
from domain.quality.events import QualityEvent
from domain.quality.vocabulary import EngagementKind
from domain.shared.clock_catalogue import C_ACTION, C_PROVMTG_MONTH
from domain.shared.clocks import Clock, ClockTerms, due_by, met, opened
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, london_day

History = Sequence[Recorded[QualityEvent]]


def clocks(history: History, terms: ClockTerms) -> Sequence[Clock]:
    """Every deadline in the monitoring of one provider."""
    return [*_of_meetings(history, terms), *_of_actions(history, terms)]


def _of_meetings(history: History, terms: ClockTerms) -> Iterator[Clock]:
    points, limit = _points(history), terms.limits[C_PROVMTG_MONTH]
    for point, following in pairwise([*points, None]):
        if point is not None:
            day = london_day(point.effective_at)
            clock = opened(point, C_PROVMTG_MONTH, limit, terms, anchored_at=day)
            yield clock if following is None else met(clock, following)


def _points(history: History) -> History:
    begun = [each for each in history if isinstance(each.event, came.MonitoringBegun)]
    held = sorted(filter(_is_meeting, history), key=lambda each: begins(each.effective_at))
    first = begun if not held or _day(begun[0]) < _day(held[0]) else []
    return [*first, *held]


def _is_meeting(recorded: Recorded[QualityEvent]) -> bool:
    event = recorded.event
    return isinstance(event, came.EngagementHeld) and event.kind is EngagementKind.CONTRACT_MEETING


def _day(recorded: Recorded[QualityEvent]) -> date:
    return london_day(recorded.effective_at)


def _of_actions(history: History, terms: ClockTerms) -> Iterator[Clock]:
    for agreed in history:
        if isinstance(agreed.event, came.ActionAgreed):
            clock = due_by(agreed, C_ACTION, agreed.event.due, terms)
            yield next((met(clock, each) for each in history if _is_done(agreed, each)), clock)


def _is_done(agreed: Recorded[QualityEvent], later: Recorded[QualityEvent]) -> bool:
    match agreed.event, later.event:
        case came.ActionAgreed(action_id=one), came.ActionDone(action_id=other):
            return one == other
        case _:
            return False
