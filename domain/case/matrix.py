"""How long a needs matrix speaks for the child (docs/domain/02, 2.1; R-52)."""

from datetime import date

from domain.case.chronology import CaseChronology
from domain.case.chronology.periods import MatrixPeriod
from domain.shared.calendar import Calendar
from domain.shared.deadlines import Limit, due_after
from domain.shared.moments import london_day


def matrix_in_force(
    child: CaseChronology, day: date, limit: Limit | None, calendar: Calendar
) -> MatrixPeriod | None:
    """The matrix of a day, unless it has run out or a statutory review has been held since.

    No limit in the edition that is in force is no running out.
    """
    matrix = child.matrix_on(day)
    if matrix is None or _reviewed_since(child, london_day(matrix.since), day):
        return None
    if limit is not None and day > london_day(due_after(limit, matrix.since, calendar).at):
        return None
    return matrix


def _reviewed_since(child: CaseChronology, assessed: date, day: date) -> bool:
    held = [london_day(each.held_on) for each in child.reviews if each.held_on is not None]
    return any(assessed < on <= day for on in held)
