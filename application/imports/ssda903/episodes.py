"""A child's episodes in order: no two at once, and each ended when the next began.

Dates outrank codes. Of two episodes that overlap, the one that starts first stands (of two
that start together, the one that ends first), and the other is refused. An open episode
that another follows ended, we take it, on the day the next began.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from application.imports.ssda903 import findings
from application.imports.ssda903.ledger import Ledger
from application.imports.ssda903.rows import EpisodeRow


@dataclass(frozen=True, slots=True)
class Spell:
    """A usable episode. `ended` is DEC, or the start of the next where DEC is blank."""

    row: EpisodeRow
    ended: date | None

    @property
    def started(self) -> date:
        return self.row.decom

    @property
    def end_taken_from_next(self) -> bool:
        return self.row.dec is None and self.ended is not None


def in_order(rows: Iterable[EpisodeRow], born_on: date, ledger: Ledger) -> list[Spell]:
    """The child's episodes, oldest first, without repeats and overlaps."""
    spells: list[Spell] = []
    usable = _after_birth(ledger.without_repeats(rows), born_on, ledger)
    for row in sorted(usable, key=lambda row: (row.decom, row.dec or date.max, row.line)):
        if spells and _overlaps(spells[-1], row):
            ledger.refuse(row, findings.EPISODE_OVERLAPS, "DECOM")
            continue
        if spells and spells[-1].ended is None:
            ledger.note(spells[-1].row, findings.OPEN_EPISODE_NOT_LAST, "DEC")
            spells[-1] = replace(spells[-1], ended=row.decom)
        spells.append(Spell(row, row.dec))
    return spells


def _after_birth(rows: Iterable[EpisodeRow], born_on: date, ledger: Ledger) -> Iterable[EpisodeRow]:
    for row in rows:
        if row.decom < born_on:
            ledger.refuse(row, findings.EPISODE_BEFORE_BIRTH, "DECOM")
        else:
            yield row


def _overlaps(earlier: Spell, row: EpisodeRow) -> bool:
    if earlier.ended is None:
        return row.decom == earlier.started
    return row.decom < earlier.ended
