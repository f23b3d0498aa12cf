"""C-PANEL-MONTH: who lives in residential care is looked at by the residential panel every month.

It follows the child and no calendar: a month from coming into residential care, then from each
decision, until the child leaves it; a move from one such home to another starts nothing anew
(docs/domain/02, 2.7; docs/domain/10, R-221).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.case.corrections import standing
from domain.case.events import CaseEvent, ResidentialPanelDecided
from domain.shared.child_in_law import PlacementBegan
from domain.shared.clock_catalogue import C_PANEL_MONTH
from domain.shared.clocks import BROUGHT_IN, Clock, ClockTerms, Outcome, met, opened
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import RESIDENTIAL

Fact = Recorded[CaseEvent]


@dataclass(frozen=True, slots=True)
class Run:
    """Residential care without a day between two homes; `until` is far ahead while it lasts."""

    came: PlacementBegan
    until: date


def panel_clocks(
    history: Sequence[Fact], terms: ClockTerms, placements: Sequence[PlacementBegan]
) -> Iterator[Clock]:
    decided = [
        each for each in standing(history) if isinstance(each.event, ResidentialPanelDecided)
    ]
    for run in _runs(placements):
        yield from _of_run(run, decided, terms)


def _runs(placements: Sequence[PlacementBegan]) -> Iterator[Run]:
    held: Run | None = None
    there = [each for each in placements if each.provision in RESIDENTIAL]
    for stay in sorted(there, key=lambda each: london_day(each.since)):
        until = london_day(stay.until) if stay.until else date.max
        if held is not None and london_day(stay.since) <= held.until:
            held = Run(held.came, max(held.until, until))
        else:
            if held is not None:
                yield held
            held = Run(stay, until)
    if held is not None:
        yield held


def _of_run(run: Run, decided: Sequence[Fact], terms: ClockTerms) -> Iterator[Clock]:
    """What was met, and what falls due while the child is still there."""
    since = london_day(run.came.since)
    mine = [each for each in decided if since <= london_day(each.effective_at) <= run.until]
    first = _clock(run.came.fact, _from(run.came), terms)
    later = (_clock(each, each.effective_at, terms) for each in mine)
    for clock, answer in zip((first, *later), (*mine, None), strict=True):
        closed = met(clock, answer) if answer else clock
        if closed.outcome is Outcome.MET or london_day(closed.due.at) < run.until:
            yield closed


def _from(came: PlacementBegan) -> When:
    """What panels decided before a child was brought in from elsewhere is not known (as R-138)."""
    return came.fact.recorded_at if came.fact.channel in BROUGHT_IN else came.since


def _clock(fact: Recorded[CaseEvent], since: When, terms: ClockTerms) -> Clock:
    key = f"{C_PANEL_MONTH}:{fact.event_id}"
    return opened(
        fact, C_PANEL_MONTH, terms.limits[C_PANEL_MONTH], terms, key=key, anchored_at=since
    )
