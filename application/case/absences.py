"""When the child was missing or away, by its own record and by where it has moved in since. Pure.

A child who moved in somewhere was back: who recorded the one often never records the other.
"""

from collections.abc import Iterable
from datetime import date

from domain.case.chronology import CaseChronology
from domain.case.chronology.periods import MissingPeriod
from domain.placement.chronology import StayPeriod, chronology
from domain.placement.history import History
from domain.shared.moments import before, begins


def moves_in(placements: Iterable[History]) -> tuple[StayPeriod, ...]:
    """The first stay of each placement that a child came to, in the order in which they began.

    A move between homes of one provider is told by the provider, and shows nobody to be back.
    """
    held = (chronology(history).stays[:1] for history in placements)
    return tuple(sorted((s for stays in held for s in stays), key=lambda s: begins(s.since)))


def absences(held: CaseChronology, came: Iterable[StayPeriod]) -> tuple[MissingPeriod, ...]:
    """Every absence, the earliest first: until the return, or where none is told the move-in."""
    came, again = tuple(came), {each.source for each in held.absences}
    return tuple(
        _until_moved_in(each, came) if each.until is None or each.ended_by in again else each
        for each in held.absences
    )


def absent_on(found: Iterable[MissingPeriod], day: date) -> MissingPeriod | None:
    """The later of two on a day on which something changed."""
    return next(reversed([each for each in found if each.covers(day)]), None)


def _until_moved_in(absence: MissingPeriod, came: Iterable[StayPeriod]) -> MissingPeriod:
    for stay in came:
        back = before(absence.since, stay.since)
        if back and (absence.until is None or before(stay.since, absence.until)):
            ended = {"until": stay.since, "ended_by": stay.source}
            return absence.model_copy(update=ended)
    return absence
