"""C-ABSENCE-7: for how long an absence for no named reason is a temporary one (R-195)."""

from collections.abc import Iterator

from domain.placement.absence_periods import absences
from domain.placement.absences import AbsenceKind
from domain.placement.history import History, with_last_end
from domain.shared.clock_catalogue import C_ABSENCE_7
from domain.shared.clocks import Clock, ClockTerms, opened, stopped


def absence_clocks(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """One for each absence of the kind that the return calls temporary for seven days only."""
    by_id = {recorded.event_id: recorded for recorded in with_last_end(history)}
    for absence in absences(history):
        if absence.kind is not AbsenceKind.OTHER:
            continue
        clock = opened(by_id[absence.source], C_ABSENCE_7, terms.limits[C_ABSENCE_7], terms)
        ended_by = absence.ended_by
        yield stopped(clock, by_id[ended_by]) if ended_by is not None else clock
