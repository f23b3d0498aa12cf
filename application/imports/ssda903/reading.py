"""A folder, read: its rows by kind, and every line that could not become one."""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from application.imports.ssda903 import findings
from application.imports.ssda903.cells import Cells, Unusable
from application.imports.ssda903.files import FileKind, SourceFile, SourceLine, find_files
from application.imports.ssda903.findings import Note, RefusedRow
from application.imports.ssda903.rows import READERS, AnyRow
from application.imports.ssda903.years import CollectionYear

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder says, before anything is made of it."""

    files: tuple[SourceFile, ...]
    rows: Mapping[FileKind, Sequence[AnyRow]]
    refused: tuple[RefusedRow, ...]
    notes: tuple[Note, ...]

    def of(self, row: type[R]) -> list[R]:
        """The rows of one type, in the order of files and lines."""
        return [each for rows in self.rows.values() for each in rows if isinstance(each, row)]


def read_folder(folder: Path, *, year: CollectionYear, today: date) -> Reading:
    """Read every line of every file that is held. Dates after today are refused."""
    files = find_files(folder)
    rows: dict[FileKind, list[AnyRow]] = defaultdict(list)
    refused: list[RefusedRow] = []
    notes: list[Note] = []
    for file in files:
        if file.kind is None or file.kind not in READERS:
            continue
        for line in file.lines:
            read = _read_line(line, file.kind, year, today, notes)
            if isinstance(read, RefusedRow):
                refused.append(read)
            else:
                rows[file.kind].append(read)
    return Reading(files, rows, tuple(refused), tuple(notes))


def _read_line(
    line: SourceLine, kind: FileKind, year: CollectionYear, today: date, notes: list[Note]
) -> AnyRow | RefusedRow:
    try:
        values = line.cells()
    except csv.Error:
        return RefusedRow(line=line.line, finding=findings.LINE_UNREADABLE)
    if values is None:
        return RefusedRow(line=line.line, finding=findings.CELLS_MISCOUNTED)
    cells = Cells(line.line, values, year.ends, today)
    try:
        row = READERS[kind](cells)
    except Unusable as unusable:
        return cells.refusal(unusable)
    notes.extend(cells.notes)
    return row
