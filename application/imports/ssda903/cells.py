"""One line's cells, read column by column; doubts are noted, and what is fatal is raised."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from application.imports.ssda903 import findings
from application.imports.ssda903.codes import CodeList
from application.imports.ssda903.findings import Finding, Line, Note, RefusedRow

CHILD_ID = re.compile(r"[A-Z0-9]{1,20}")
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]00:00(?::00)?)?")
EARLIEST = date(1900, 1, 1)


class Unusable(Exception):
    """The line cannot be imported. Caught where the line becomes a `RefusedRow`."""

    def __init__(self, finding: Finding, field: str | None = None) -> None:
        self.finding = finding
        self.field = field
        super().__init__(finding.code)


@dataclass(slots=True)
class Cells:
    """The cells of one line, and what has been noted about them so far."""

    line: Line
    values: Mapping[str, str]
    year: int
    today: date
    notes: list[Note] = field(default_factory=list)

    def text(self, column: str) -> str:
        return self.values[column].strip().upper()

    @property
    def child(self) -> str | None:
        """The child's id where it can be read; only then may a report repeat it."""
        child = self.text("CHILD")
        return child if CHILD_ID.fullmatch(child) else None

    def note(self, finding: Finding, column: str | None = None) -> None:
        self.notes.append(Note(line=self.line, finding=finding, child=self.child, field=column))

    def refusal(self, unusable: Unusable) -> RefusedRow:
        return RefusedRow(
            line=self.line, finding=unusable.finding, child=self.child, field=unusable.field
        )

    def child_id(self) -> str:
        if self.child is None:
            raise Unusable(findings.CHILD_UNREADABLE, "CHILD")
        return self.child

    def day(self, column: str) -> date:
        """A date that the line rests on: refused where blank, unreadable or yet to come."""
        day = self.day_if_given(column)
        if day is None:
            raise Unusable(findings.DATE_MISSING, column)
        return day

    def day_if_given(self, column: str) -> date | None:
        """A date or a blank; refused where unreadable or yet to come."""
        day = self.any_day(column)
        if day is not None and day > self.today:
            raise Unusable(findings.DATE_IN_FUTURE, column)
        return day

    def any_day(self, column: str) -> date | None:
        """A date, past or to come, or a blank; refused where unreadable."""
        text = self.text(column)
        if not text:
            return None
        day = read_day(text)
        if day is None:
            raise Unusable(findings.DATE_UNREADABLE, column)
        if text != day.strftime("%d/%m/%Y"):
            self.note(findings.DATE_WRITTEN_DIFFERENTLY, column)
        return day

    def required_code(self, column: str, codes: CodeList) -> str:
        """A code that the line rests on: refused where blank or in no list."""
        code = self._code_in(column, codes)
        if code is None:
            raise Unusable(findings.CODE_UNKNOWN, column)
        return code

    def code(self, column: str, codes: CodeList, *, blank: bool = False) -> str | None:
        """A code the line can do without: noted, and left unknown, where it is no code."""
        code = self._code_in(column, codes)
        if code is None and self.text(column):
            self.note(findings.CODE_NOT_KNOWN, column)
        if not self.text(column) and not blank:
            self.note(findings.CODE_MISSING, column)
        return code

    def _code_in(self, column: str, codes: CodeList) -> str | None:
        found = codes.get(self.text(column))
        if found is None:
            return None
        if not found.in_use(self.year):
            self.note(findings.CODE_NOT_IN_USE, column)
        return found.code

    def matching(self, column: str, pattern: re.Pattern[str], finding: Finding) -> str | None:
        """A cell of this form; noted, and left unknown, where it has another."""
        text = self.text(column)
        if not text:
            return None
        if pattern.fullmatch(text):
            return text
        self.note(finding, column)
        return None

    def postcode(self, column: str) -> str | None:
        """A postcode with one space before its last three characters."""
        text = "".join(self.text(column).split())
        if not text:
            return None
        if not POSTCODE.fullmatch(text):
            self.note(findings.POSTCODE_UNREADABLE, column)
            return None
        return f"{text[:-3]} {text[-3:]}"


def read_day(text: str) -> date | None:
    """A date as the return writes it, or in a form that can mean nothing else."""
    if match := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found >= EARLIEST else None
