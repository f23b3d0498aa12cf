"""K-03 and K-04: placements that ended unplanned, by who ended them. No target (C-06)."""

from collections.abc import Iterator

from application.measures.told import Item, Told, ids, labelled
from domain.placement.endings import Instigator
from domain.placement.history import end_of, last_word_on_start
from domain.shared.moments import london_day


def unplanned_by(told: Told, instigator: Instigator) -> Iterator[Item]:
    """One for each placement that ended in the quarter."""
    for placement in told.placements:
        end, start = end_of(placement), last_word_on_start(placement)
        if end is None or not told.quarter.holds(end.effective_at):
            continue
        event = end.event
        stay = next((s for s in told.stays if s.placement_id == event.placement_id), None)
        yield Item(
            moment=end.effective_at,
            counts=not event.planned and event.instigator is instigator,
            events=ids(*([start] if start else []), end),
            labels=labelled(
                provider=stay and stay.provider_id,
                lot=stay and stay.lot,
                provision=stay and stay.provision,
            ),
        )


def placement_days(told: Told) -> int:
    """Nights slept in placements in the quarter, up to the day of knowing (R-04)."""
    until = min(told.quarter.before, london_day(told.judged_at))
    nights = (night for stay in told.stays for night in stay.nights(until))
    return sum(night >= told.quarter.first for night in nights)
