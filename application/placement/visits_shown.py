"""Visits as they are shown: with the last word on each, newest last."""

from datetime import date

from application.placement.shown import ShownVisit
from domain.placement.history import History
from domain.placement.visits_made import visits
from domain.shared.moments import london_day


def visits_shown(history: History, day: date) -> tuple[ShownVisit, ...]:
    """Every visit and attempt by a day; one that never was is left out."""
    return tuple(
        ShownVisit(event_id=each.event_id, **dict(each.event.visit))
        for each in visits(history)
        if london_day(each.effective_at) <= day
    )
