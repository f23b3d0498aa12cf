"""C-MOVEPLAN: where a child goes is planned on the day on which that is asked (6-50)."""

from collections.abc import Iterator

from domain.placement.events import MovePlanAsked, MovePlanMade
from domain.placement.history import History, end_of, of_kind
from domain.shared.clock_catalogue import C_MOVEPLAN
from domain.shared.clocks import Clock, ClockTerms, closed, due_by
from domain.shared.moments import london_day


def move_plans(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """Each asked for once, met by the next plan; an end stops what is owed."""
    made, end = of_kind(history, MovePlanMade), end_of(history)
    for asked in of_kind(history, MovePlanAsked):
        today = london_day(asked.recorded_at)
        clock = due_by(asked, C_MOVEPLAN, today, terms, anchored_at=asked.recorded_at)
        answer = next((each for each in made if each.version > asked.version), None)
        yield closed(clock, answer, end)
