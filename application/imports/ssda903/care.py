"""Episodes joined into periods of care.

Episodes that touch are one period, whatever their codes say (rule 431). Across a gap care
went on only if both sides say so: X1 before it, and after it a reason other than S. Then an
episode is missing, perhaps one we refused, and the child was looked after all the same.
"""

from collections.abc import Sequence

from application.imports.ssda903 import findings
from application.imports.ssda903.codes import LEAVES_CARE, LEGAL_STATUS
from application.imports.ssda903.codes.care import CONTINUES
from application.imports.ssda903.episodes import Spell
from application.imports.ssda903.ledger import Ledger
from application.imports.ssda903.placements import CONTINUING
from application.imports.ssda903.plan import CarePlanned, PlannedStatus


def periods_of(spells: Sequence[Spell]) -> list[list[Spell]]:
    """The child's spells, parted where care began anew."""
    periods: list[list[Spell]] = []
    for spell in spells:
        if periods and care_goes_on(periods[-1][-1], spell):
            periods[-1].append(spell)
        else:
            periods.append([spell])
    return periods


def care_goes_on(earlier: Spell, later: Spell) -> bool:
    return earlier.ended == later.started or (
        earlier.row.rec == CONTINUES and later.row.rne in CONTINUING
    )


def care_of(periods: Sequence[Sequence[Spell]], ledger: Ledger) -> tuple[CarePlanned, ...]:
    """The periods of care of one child, oldest first."""
    return tuple(
        _period(period, first=number == 1, last=number == len(periods), ledger=ledger)
        for number, period in enumerate(periods, 1)
    )


def _period(spells: Sequence[Spell], *, first: bool, last: bool, ledger: Ledger) -> CarePlanned:
    opening, closing = spells[0], spells[-1]
    goes_on = last and closing.row.rec == CONTINUES
    return CarePlanned(
        started=opening.started,
        began_earlier=first and opening.row.rne in CONTINUING,
        category_of_need=_category_of_need(spells, ledger),
        statuses=_statuses(spells),
        ceased=None if goes_on else closing.ended,
        ceased_code=closing.row.rec if _left(closing) else None,
    )


def _left(closing: Spell) -> bool:
    return closing.ended is not None and closing.row.rec in LEAVES_CARE


def _category_of_need(spells: Sequence[Spell], ledger: Ledger) -> str | None:
    given = [spell.row for spell in spells if spell.row.cin]
    for row in given[1:]:
        if row.cin != given[0].cin:
            ledger.note(row, findings.CIN_CHANGES, "CIN")
    return given[0].cin if given else None


def _statuses(spells: Sequence[Spell]) -> tuple[PlannedStatus, ...]:
    statuses: list[PlannedStatus] = []
    for spell in spells:
        row = spell.row
        if not statuses or statuses[-1].code != row.ls:
            statuses.append(
                PlannedStatus(on=row.decom, status=LEGAL_STATUS[row.ls], code=row.ls, row=row.line)
            )
    return tuple(statuses)
