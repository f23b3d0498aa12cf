"""What planning finds wrong with rows, kept as it goes."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from application.imports.ssda903 import findings
from application.imports.ssda903.findings import Finding, Line, Note, RefusedRow
from application.imports.ssda903.rows import AnyRow

R = TypeVar("R", bound=AnyRow)

NOWHERE = Line("", 0)


@dataclass(slots=True)
class Ledger:
    refused: list[RefusedRow] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def refuse(self, row: AnyRow, finding: Finding, column: str | None = None) -> None:
        self.refused.append(
            RefusedRow(line=row.line, finding=finding, child=row.child, field=column)
        )

    def note(self, row: AnyRow, finding: Finding, column: str | None = None) -> None:
        self.notes.append(Note(line=row.line, finding=finding, child=row.child, field=column))

    def without_repeats(self, rows: Iterable[R]) -> list[R]:
        """The rows that say something new; a line that repeats another is refused."""
        seen: set[Hashable] = set()
        kept = []
        for row in rows:
            said = replace(row, line=NOWHERE)
            if said in seen:
                self.refuse(row, findings.DUPLICATE_ROW)
            else:
                seen.add(said)
                kept.append(row)
        return kept
