"""The files of a return: told apart by their set of columns, never by name.

Each physical line is read on its own, so that a stray quotation mark spoils one line and
not the rest of the file, and a line number is the one that a text editor shows.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from application.imports.ssda903.findings import Line


class FileKind(Enum):
    """A file of the return, by its columns."""

    HEADER = "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB"
    EPISODES = (
        "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE"
        " HOME_POST PL_POST URN"
    )
    REVIEWS = "CHILD DOB REVIEW REVIEW_CODE"
    UASC = "CHILD SEX DOB DUC"
    MISSING = "CHILD DOB MISSING MIS_START MIS_END"
    OC2 = (
        "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK"
        " HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED"
    )
    OC3 = "CHILD DOB IN_TOUCH ACTIV ACCOM"
    AD1 = "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR"
    PLACED_FOR_ADOPTION = "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED"
    PREVIOUS_PERMANENCE = "CHILD DOB PREV_PERM LA_PERM DATE_PERM"
    SOCIAL_WORKERS = "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON"
    DEPRIVATION_OF_LIBERTY = "CHILD DOB DOLO_START DOLO_END"

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.value.split())


HELD = frozenset(
    {FileKind.HEADER, FileKind.EPISODES, FileKind.REVIEWS, FileKind.UASC, FileKind.MISSING}
)
"""What a placements service holds. The others are recognised, counted, and left."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line as text, under the columns that its file declares."""

    line: Line
    text: str
    columns: tuple[str, ...]

    def cells(self) -> Mapping[str, str] | None:
        """The cells by column; none where they are more or fewer than the columns."""
        values = next(csv.reader([self.text], strict=True), [])
        extra = values[len(self.columns) :]
        if len(values) < len(self.columns) or any(cell.strip() for cell in extra):
            return None
        return dict(zip(self.columns, values, strict=False))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the folder. `kind` is none where its columns are no file of the return."""

    name: str
    kind: FileKind | None
    lines: tuple[SourceLine, ...]

    @property
    def held(self) -> bool:
        return self.kind in HELD


def find_files(folder: Path) -> tuple[SourceFile, ...]:
    """Every file of a folder, by name; what is not CSV is listed, and read by nobody."""
    return tuple(
        _source_file(path) if path.suffix.lower() == ".csv" else SourceFile(path.name, None, ())
        for path in sorted(folder.iterdir())
    )


def _source_file(path: Path) -> SourceFile:
    numbered = [(n, text) for n, text in enumerate(_physical_lines(path), 1) if text.strip()]
    if not numbered:
        return SourceFile(path.name, None, ())
    columns = _columns(numbered[0][1])
    lines = tuple(SourceLine(Line(path.name, n), text, columns) for n, text in numbered[1:])
    return SourceFile(path.name, _kind(columns), lines)


def _physical_lines(path: Path) -> Iterator[str]:
    # Excel on Windows saves UTF-8 with a mark, or the Western code page without one.
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    yield from re.split(r"\r\n|\n|\r", text)


def _columns(text: str) -> tuple[str, ...]:
    try:
        return tuple(cell.strip().upper() for cell in next(csv.reader([text])))
    except csv.Error:
        return ()


def _kind(columns: tuple[str, ...]) -> FileKind | None:
    named = [column for column in columns if column]
    for kind in FileKind:
        if sorted(named) == sorted(kind.columns):
            return kind
    return None
