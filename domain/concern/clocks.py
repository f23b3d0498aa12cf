"""By when somebody had to be told of a concern, and by when what was to be done is due.

C-ALERT is the same London day as the provider knew; C-SVCFAIL and C-INCIDENT-24 count from
when it knew and when it happened. The word itself meets them, and shows whether it came late.
C-SCIN-5WD counts from when the council knew, and is met by telling the national panel.
"""

from collections.abc import Iterator, Sequence

from domain.concern import events as came
from domain.concern.events import ConcernEvent
from domain.concern.vocabulary import ConcernKind
from domain.shared.clock_catalogue import (
    C_ACTION,
    C_ALERT,
    C_INCIDENT_24,
    C_INCIDENT_DEATH,
    C_SCIN_5WD,
    C_SVCFAIL,
)
from domain.shared.clocks import Clock, ClockTerms, due_by, met, opened
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day

History = Sequence[Recorded[ConcernEvent]]


def clocks(history: History, terms: ClockTerms) -> Sequence[Clock]:
    """Every deadline of one concern."""
    return [*_of_telling(history, terms), *_of_panel(history, terms), *_of_actions(history, terms)]


def _of_telling(history: History, terms: ClockTerms) -> Iterator[Clock]:
    for told in history:
        match told.event:
            case came.ConcernRaised(kind=ConcernKind.SAFEGUARDING_ALERT, aware_at=knew) if knew:
                yield met(due_by(told, C_ALERT, london_day(knew), terms, anchored_at=knew), told)
            case came.ConcernRaised(kind=ConcernKind.SERVICE_FAILURE, aware_at=knew) if knew:
                limit = terms.limits[C_SVCFAIL]
                yield met(opened(told, C_SVCFAIL, limit, terms, anchored_at=knew), told)
            case came.ConcernRaised(kind=ConcernKind.SERIOUS_EVENT_COPY, happened_at=at) if at:
                limit = terms.limits[C_INCIDENT_DEATH if told.event.death else C_INCIDENT_24]
                yield met(opened(told, C_INCIDENT_24, limit, terms, anchored_at=at), told)


def _of_panel(history: History, terms: ClockTerms) -> Iterator[Clock]:
    raised = next((each for each in history if isinstance(each.event, came.ConcernRaised)), None)
    serious = next((each for each in history if _is_serious(each.event)), None)
    if raised is None or serious is None:
        return
    limit, aware = terms.limits[C_SCIN_5WD], raised.effective_at
    clock = opened(serious, C_SCIN_5WD, limit, terms, anchored_at=aware)
    for each in history:
        if isinstance(each.event, came.NationalPanelNotified):
            clock = met(clock, each)
    yield clock


def _is_serious(event: ConcernEvent) -> bool:
    match event:
        case came.ConcernRaised(death=death):
            return death
        case came.ConcernTriaged(serious=serious):
            return serious
        case _:
            return False


def _of_actions(history: History, terms: ClockTerms) -> Iterator[Clock]:
    for asked in history:
        if isinstance(asked.event, came.ActionSet):
            clock = due_by(asked, C_ACTION, asked.event.due, terms)
            yield next((met(clock, each) for each in history if _is_done(asked, each)), clock)


def _is_done(asked: Recorded[ConcernEvent], later: Recorded[ConcernEvent]) -> bool:
    match asked.event, later.event:
        case came.ActionSet(action_id=one), came.ActionDone(action_id=other):
            return one == other
        case _:
            return False
