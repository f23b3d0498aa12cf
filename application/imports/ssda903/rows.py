"""Each line as a typed row, or refused with its reason.

A row is refused only for what makes it useless: whose it is, when it was, or what it says.
Anything else that is wrong leaves the cell unknown and a note beside the row.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from application.imports.ssda903 import codes, findings
from application.imports.ssda903.cells import Cells, Unusable
from application.imports.ssda903.files import FileKind
from application.imports.ssda903.findings import Line

UPN = re.compile(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]|UN[1-5]")
URN = re.compile(r"SC[0-9]{6}|[0-9]{7}|XXXXXXX")
MOTHER = {"1": True, "1.0": True, "0": False, "0.0": False, "": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A usable line. `dob` is the line's own, none where it has no readable one."""

    line: Line
    child: str
    dob: date | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderRow(Row):
    born_on: date = field(repr=False)
    sex: str | None
    ethnicity: str | None
    upn: str | None = field(repr=False)
    is_mother: bool | None
    child_born_on: date | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeRow(Row):
    decom: date
    rne: str | None
    ls: str
    cin: str | None
    place: str
    provider: str | None
    dec: date | None
    rec: str | None
    reason: str | None
    home_post: str | None = field(repr=False)
    pl_post: str | None = field(repr=False)
    urn: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow(Row):
    on: date
    participation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UascRow(Row):
    sex: str | None
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow(Row):
    kind: str
    since: date
    until: date | None


AnyRow = HeaderRow | EpisodeRow | ReviewRow | UascRow | MissingRow


def read_header(cells: Cells) -> HeaderRow:
    return HeaderRow(
        line=cells.line,
        child=cells.child_id(),
        born_on=cells.day("DOB"),
        sex=_sex(cells),
        ethnicity=cells.code("ETHNIC", codes.ETHNICITIES),
        upn=cells.matching("UPN", UPN, findings.UPN_UNREADABLE),
        is_mother=_mother(cells),
        child_born_on=_doubtful_day(cells, "MC_DOB"),
    )


def read_episode(cells: Cells) -> EpisodeRow:
    row = EpisodeRow(
        line=cells.line,
        child=cells.child_id(),
        decom=cells.day("DECOM"),
        rne=cells.code("RNE", codes.REASONS_NEW_EPISODE),
        ls=cells.required_code("LS", codes.LEGAL_STATUSES),
        cin=cells.code("CIN", codes.CATEGORIES_OF_NEED),
        place=cells.required_code("PLACE", codes.PLACEMENT_TYPES),
        provider=cells.code("PLACE_PROVIDER", codes.PROVIDERS, blank=True),
        dec=cells.day_if_given("DEC"),
        rec=cells.code("REC", codes.REASONS_CEASED, blank=True),
        reason=cells.code("REASON_PLACE_CHANGE", codes.REASONS_PLACE_CHANGED, blank=True),
        home_post=cells.postcode("HOME_POST"),
        pl_post=cells.postcode("PL_POST"),
        urn=cells.matching("URN", URN, findings.URN_UNREADABLE),
    )
    _require_order(row.decom, row.dec, "DEC")
    return row


def read_review(cells: Cells) -> ReviewRow:
    return ReviewRow(
        line=cells.line,
        child=cells.child_id(),
        dob=_dob(cells),
        on=cells.day("REVIEW"),
        participation=cells.code("REVIEW_CODE", codes.PARTICIPATION),
    )


def read_uasc(cells: Cells) -> UascRow:
    return UascRow(
        line=cells.line,
        child=cells.child_id(),
        dob=_dob(cells),
        sex=_sex(cells),
        until=cells.any_day("DUC"),
    )


def read_missing(cells: Cells) -> MissingRow:
    row = MissingRow(
        line=cells.line,
        child=cells.child_id(),
        dob=_dob(cells),
        kind=cells.required_code("MISSING", codes.MISSING_KINDS),
        since=cells.day("MIS_START"),
        until=cells.day_if_given("MIS_END"),
    )
    _require_order(row.since, row.until, "MIS_END")
    return row


READERS: Mapping[FileKind, Callable[[Cells], AnyRow]] = {
    FileKind.HEADER: read_header,
    FileKind.EPISODES: read_episode,
    FileKind.REVIEWS: read_review,
    FileKind.UASC: read_uasc,
    FileKind.MISSING: read_missing,
}


def _require_order(since: date, until: date | None, column: str) -> None:
    if until is not None and until < since:
        raise Unusable(findings.END_BEFORE_START, column)


def _sex(cells: Cells) -> str | None:
    return codes.SEX_AS_NOW_WRITTEN.get(cells.code("SEX", codes.SEXES) or "")


def _mother(cells: Cells) -> bool | None:
    if cells.text("MOTHER") not in MOTHER:
        cells.note(findings.MOTHER_UNREADABLE, "MOTHER")
    return MOTHER.get(cells.text("MOTHER"))


def _dob(cells: Cells) -> date | None:
    # DOB repeats the Header's so that the two can be compared; a row can do without.
    day = _doubtful_day(cells, "DOB")
    if day is None:
        cells.note(findings.BIRTH_DATE_NOT_CHECKED, "DOB")
    return day


def _doubtful_day(cells: Cells, column: str) -> date | None:
    try:
        return cells.any_day(column)
    except Unusable as unusable:
        cells.note(unusable.finding, column)
        return None
