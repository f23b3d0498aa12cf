"""Visits as they are shown, newest last, and whether the stay is to last until 18."""

from datetime import date

from application.placement.shown import ShownVisit
from domain.placement.events import LengthIntended
from domain.placement.history import History, of_kind
from domain.placement.visits_made import visits
from domain.shared.moments import london_day


def visits_shown(history: History, day: date) -> tuple[ShownVisit, ...]:
    """Every visit and attempt by a day; one that never was is left out."""
    return tuple(
        ShownVisit(event_id=each.event_id, **dict(each.event.visit))
        for each in visits(history)
        if london_day(each.effective_at) <= day
    )


def until_18(known: History) -> bool | None:
    intended = of_kind(known, LengthIntended)
    return intended[-1].event.until_18 if intended else None
