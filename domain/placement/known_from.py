"""The first day on which there was a placement to do anything for (docs/domain/10, R-159)."""

from collections.abc import Iterator
from datetime import date

from domain.placement.events import PlacementProposed, PlacementStarted, StartCorrected
from domain.placement.history import History
from domain.shared.moments import london_day


def known_from(history: History) -> date | None:
    """The day on which it was proposed; an earlier start, where that was written down late."""
    return min(_days(history), default=None)


def _days(history: History) -> Iterator[date]:
    for recorded in history:
        match recorded.event:
            case PlacementProposed() as proposed:
                yield min(london_day(recorded.recorded_at), proposed.starts_on)
            case PlacementStarted() | StartCorrected() as start:
                yield london_day(start.at)
            case _:
                continue
