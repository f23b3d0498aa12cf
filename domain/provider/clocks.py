"""C-ASSURANCE: an assurance of a provider is renewed by the day on which it ends (R-232)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from domain.provider.events import AssuranceRecorded, ProviderEvent
from domain.shared.clock_catalogue import C_ASSURANCE
from domain.shared.clocks import Clock, ClockTerms, Outcome, due_by
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day

ONE_DAY = timedelta(days=1)
History = Sequence[Recorded[ProviderEvent]]


def clocks(history: History, terms: ClockTerms) -> Sequence[Clock]:
    """One for each assurance that ends; due on its last day, met by the next of its kind."""
    return list(_each(history, terms))


def _each(history: History, terms: ClockTerms) -> Iterator[Clock]:
    for recorded in history:
        shown = recorded.event
        if not isinstance(shown, AssuranceRecorded) or shown.until is None:
            continue
        clock = due_by(recorded, C_ASSURANCE, shown.until - ONE_DAY, terms, anchored_at=shown.from_)
        later = (each for each in history if _renews(each, recorded))
        renewed = next(later, None)
        yield clock if renewed is None else _met(clock, renewed)


def _renews(later: Recorded[ProviderEvent], before: Recorded[ProviderEvent]) -> bool:
    match before.event, later.event:
        case AssuranceRecorded(kind=one, until=until), AssuranceRecorded(kind=other, from_=from_):
            told = london_day(later.recorded_at)
            in_time = until is not None and from_ <= max(until, told)
            return one is other and later.version > before.version and in_time
        case _:
            return False


def _met(clock: Clock, renewed: Recorded[ProviderEvent]) -> Clock:
    """What follows without a gap is in time, whenever it was put on record.

    One that is to begin after a gap renews nothing before it has begun.
    """
    if clock.outcome is not Outcome.RUNNING or not isinstance(renewed.event, AssuranceRecorded):
        return clock
    day = min(renewed.event.from_ - ONE_DAY, london_day(renewed.recorded_at))
    return replace(clock, outcome=Outcome.MET, closed_by=renewed.event_id, closed_at=day)
