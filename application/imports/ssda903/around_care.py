"""What is recorded beside the episodes: reviews, absences, and seeking asylum."""

from collections.abc import Iterable
from datetime import date

from application.imports.ssda903 import findings
from application.imports.ssda903.ledger import Ledger
from application.imports.ssda903.plan import PlannedAbsence, PlannedAsylum, PlannedReview
from application.imports.ssda903.rows import HeaderRow, MissingRow, ReviewRow, UascRow
from application.imports.ssda903.years import CollectionYear
from domain.shared.vocabulary import age_on, birthday

FIRST_AGE_THAT_TAKES_PART = 4
ADULT = 18


def reviews_of(
    rows: Iterable[ReviewRow], born_on: date, year: CollectionYear, ledger: Ledger
) -> tuple[PlannedReview, ...]:
    """The child's reviews, oldest first; one a day."""
    days: set[date] = set()
    reviews = []
    for row in sorted(ledger.without_repeats(rows), key=lambda row: (row.on, row.line)):
        if row.on < born_on:
            ledger.refuse(row, findings.REVIEW_BEFORE_BIRTH, "REVIEW")
        elif row.on in days:
            ledger.refuse(row, findings.REVIEW_TWICE_IN_A_DAY, "REVIEW")
        else:
            days.add(row.on)
            _note_review(row, born_on, year, ledger)
            reviews.append(
                PlannedReview(held_on=row.on, participation=row.participation, row=row.line)
            )
    return tuple(reviews)


def _note_review(row: ReviewRow, born_on: date, year: CollectionYear, ledger: Ledger) -> None:
    if not year.holds(row.on):
        ledger.note(row, findings.OUTSIDE_THE_YEAR, "REVIEW")
    too_young = age_on(born_on, row.on) < FIRST_AGE_THAT_TAKES_PART
    if row.participation and too_young != (row.participation == "PN0"):
        ledger.note(row, findings.PARTICIPATION_CONTRADICTS_AGE, "REVIEW_CODE")


def absences_of(
    rows: Iterable[MissingRow], born_on: date, ledger: Ledger
) -> tuple[PlannedAbsence, ...]:
    """The child's absences, oldest first; the later of two that overlap is refused."""
    absences: list[PlannedAbsence] = []
    for row in sorted(ledger.without_repeats(rows), key=lambda row: (row.since, row.line)):
        if row.since < born_on:
            ledger.refuse(row, findings.MISSING_BEFORE_BIRTH, "MIS_START")
        elif absences and row.since < (absences[-1].until or date.max):
            ledger.refuse(row, findings.MISSING_PERIOD_OVERLAPS, "MIS_START")
        else:
            absences.append(
                PlannedAbsence(kind=row.kind, since=row.since, until=row.until, row=row.line)
            )
    return tuple(absences)


def asylum_of(rows: Iterable[UascRow], header: HeaderRow, ledger: Ledger) -> PlannedAsylum | None:
    """The child's asylum status: the first line stands."""
    given = ledger.without_repeats(rows)
    for row in given[1:]:
        ledger.refuse(row, findings.UASC_TWICE)
    if not given:
        return None
    kept = given[0]
    if kept.sex != header.sex:
        ledger.note(kept, findings.SEX_DIFFERS, "SEX")
    if kept.until is None or kept.until > birthday(header.born_on, ADULT):
        ledger.note(kept, findings.UASC_UNTIL_CONTRADICTS_AGE, "DUC")
    return PlannedAsylum(until=kept.until, row=kept.line)
