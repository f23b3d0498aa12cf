"""Made-up SSDA903 folders: a test names the cells it is about, and the rest are plausible."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from application.imports.ssda903 import CollectionYear, ReturnPlan, plan_return
from application.imports.ssda903.files import FileKind
from domain.shared.envelope import GssCode

YEAR = CollectionYear(2026)
TODAY = date(2026, 11, 20)
DERBY = GssCode("E06000015")

Line = Mapping[str, str]

TYPICAL: Mapping[FileKind, Line] = {
    FileKind.HEADER: {"SEX": "M", "DOB": "03/05/2014", "ETHNIC": "WBRI", "UPN": "A999000012345"},
    FileKind.EPISODES: {
        "DECOM": "10/06/2025",
        "RNE": "S",
        "LS": "C1",
        "CIN": "N1",
        "PLACE": "U6",
        "PLACE_PROVIDER": "PR4",
        "HOME_POST": "DE1 2FS",
        "PL_POST": "NG1 5DT",
        "URN": "SC990001",
    },
    FileKind.REVIEWS: {"DOB": "03/05/2014", "REVIEW": "01/07/2025", "REVIEW_CODE": "PN1"},
    FileKind.UASC: {"SEX": "M", "DOB": "03/05/2014", "DUC": "03/05/2032"},
    FileKind.MISSING: {"DOB": "03/05/2014", "MISSING": "M", "MIS_START": "01/08/2025"},
}


def line(kind: FileKind, **cells: str) -> Line:
    return {"CHILD": "C1", **TYPICAL[kind], **cells}


def header(**cells: str) -> Line:
    return line(FileKind.HEADER, **cells)


def episode(**cells: str) -> Line:
    return line(FileKind.EPISODES, **cells)


def review(**cells: str) -> Line:
    return line(FileKind.REVIEWS, **cells)


def uasc(**cells: str) -> Line:
    return line(FileKind.UASC, **cells)


def missing(**cells: str) -> Line:
    return line(FileKind.MISSING, **cells)


def write_file(folder: Path, kind: FileKind, *lines: Line) -> Path:
    path = folder / f"{kind.name.lower()}.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, kind.columns)
        writer.writeheader()
        writer.writerows(lines)
    return path


def planned(folder: Path, *, year: CollectionYear = YEAR) -> ReturnPlan:
    return plan_return(folder, year=year, authority=DERBY, today=TODAY)


def plan_of(
    folder: Path,
    *episodes: Line,
    headers: tuple[Line, ...] = (header(),),
    reviews: tuple[Line, ...] = (),
    seeking_asylum: tuple[Line, ...] = (),
    absences: tuple[Line, ...] = (),
) -> ReturnPlan:
    """The plan of a return with these lines; line n of a file is its nth, counted from 2."""
    write_file(folder, FileKind.HEADER, *headers)
    write_file(folder, FileKind.EPISODES, *episodes)
    write_file(folder, FileKind.REVIEWS, *reviews)
    write_file(folder, FileKind.UASC, *seeking_asylum)
    write_file(folder, FileKind.MISSING, *absences)
    return planned(folder)


def refusals(plan: ReturnPlan) -> list[tuple[str, int, str]]:
    return [(row.line.file, row.line.number, row.code) for row in plan.refused]


def notes(plan: ReturnPlan) -> list[tuple[str, int, str]]:
    return [(note.line.file, note.line.number, note.code) for note in plan.notes]
