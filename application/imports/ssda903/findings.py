"""Everything that can be said about a line: why it was refused, or what to look at in it.

A refused line is not imported; a noted one is, with the doubtful cell left as it stands or
left unknown. Rule numbers are the DfE's, as the councils' open-source validator has them.
Nothing here ever quotes a cell: a slipped column could put a birth date anywhere.
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing that can be wrong. `rules` are the DfE's numbers, where one corresponds."""

    code: str
    title: str
    rules: tuple[str, ...] = ()


class Line(NamedTuple):
    """A physical line of a file; the first, with the column names, is 1."""

    file: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding about one line. `child` is none where the line names none we can read."""

    line: Line
    finding: Finding
    child: str | None = None
    field: str | None = None
    reason: str = ""

    @property
    def code(self) -> str:
        return self.finding.code


class RefusedRow(Remark):
    """A line that was not imported, and why."""


class Note(Remark):
    """A line that was imported, and what to look at in it."""


CATALOGUE: dict[str, Finding] = {}


def _finding(code: str, title: str, *rules: str) -> Finding:
    return CATALOGUE.setdefault(code, Finding(code, title, rules))


LINE_UNREADABLE = _finding("LINE_UNREADABLE", "The line is not well-formed CSV")
CELLS_MISCOUNTED = _finding("CELLS_MISCOUNTED", "The line has more or fewer cells than columns")
CHILD_UNREADABLE = _finding("CHILD_UNREADABLE", "CHILD is not up to 20 letters and digits")
CHILD_NOT_IN_HEADER = _finding(
    "CHILD_NOT_IN_HEADER", "The child has no line in the Header file", "INT01-INT09"
)
CHILD_REFUSED = _finding("CHILD_REFUSED", "The child's own Header line was refused")
CHILD_TWICE_IN_HEADER = _finding(
    "CHILD_TWICE_IN_HEADER", "The child has an earlier Header line that says otherwise"
)
BIRTH_DATE_DIFFERS = _finding(
    "BIRTH_DATE_DIFFERS", "DOB is not the Header's: this may be another child", "INT11-INT18"
)
DATE_UNREADABLE = _finding(
    "DATE_UNREADABLE", "The date cannot be read", "102", "141", "147", "166", "565"
)
DATE_MISSING = _finding("DATE_MISSING", "A date that the line rests on is blank", "102", "166")
DATE_IN_FUTURE = _finding("DATE_IN_FUTURE", "The date has not come yet", "354", "385")
CODE_UNKNOWN = _finding(
    "CODE_UNKNOWN", "A code that the line rests on is in no national list", "144", "146", "565"
)
END_BEFORE_START = _finding("END_BEFORE_START", "It ends before it starts", "356", "566")
EPISODE_BEFORE_BIRTH = _finding("EPISODE_BEFORE_BIRTH", "The episode starts before birth")
REVIEW_BEFORE_BIRTH = _finding("REVIEW_BEFORE_BIRTH", "The review was held before birth")
MISSING_BEFORE_BIRTH = _finding("MISSING_BEFORE_BIRTH", "The absence starts before birth")
DUPLICATE_ROW = _finding("DUPLICATE_ROW", "An earlier line says exactly the same")
EPISODE_OVERLAPS = _finding(
    "EPISODE_OVERLAPS", "It starts before an earlier episode of the child ends", "501"
)
MISSING_PERIOD_OVERLAPS = _finding(
    "MISSING_PERIOD_OVERLAPS", "It starts before an earlier absence of the child ends", "574"
)
REVIEW_TWICE_IN_A_DAY = _finding(
    "REVIEW_TWICE_IN_A_DAY", "An earlier line has a review of the child on that day"
)
UASC_TWICE = _finding("UASC_TWICE", "An earlier line has the child's asylum status")

CODE_NOT_KNOWN = _finding(
    "CODE_NOT_KNOWN", "The code is in no national list; left unknown", "101", "103", "143", "145"
)
CODE_MISSING = _finding("CODE_MISSING", "A code is blank; left unknown", "143", "145", "526")
CODE_NOT_IN_USE = _finding("CODE_NOT_IN_USE", "The code was not in use in this collection year")
DATE_WRITTEN_DIFFERENTLY = _finding(
    "DATE_WRITTEN_DIFFERENTLY", "The date is readable but not written dd/mm/yyyy"
)
BIRTH_DATE_NOT_CHECKED = _finding(
    "BIRTH_DATE_NOT_CHECKED", "DOB is blank or unreadable, so the Header's was taken", "INT11-INT18"
)
SEX_DIFFERS = _finding("SEX_DIFFERS", "SEX is not the Header's; the Header's was taken", "INT21")
UPN_UNREADABLE = _finding("UPN_UNREADABLE", "UPN is not well-formed; left unknown", "168")
UPN_SHARED = _finding("UPN_SHARED", "Another child has the same UPN", "444")
MOTHER_UNREADABLE = _finding("MOTHER_UNREADABLE", "MOTHER is not 1 or 0; left unknown", "165")
URN_UNREADABLE = _finding("URN_UNREADABLE", "URN is not well-formed; left unknown", "219")
URN_CONTRADICTS_TYPE = _finding(
    "URN_CONTRADICTS_TYPE", "The placement type asks for a URN, or for none", "218", "222"
)
POSTCODE_UNREADABLE = _finding(
    "POSTCODE_UNREADABLE", "The postcode is not well-formed; left unknown", "392a", "392b"
)
POSTCODE_UNKNOWN = _finding(
    "POSTCODE_UNKNOWN", "The postcode is in no gazetteer, so no distance", "392a", "392b"
)
PROVIDER_CONTRADICTS_TYPE = _finding(
    "PROVIDER_CONTRADICTS_TYPE",
    "The provider does not go with the placement type",
    *("178", "213", "526", "527-531", "550"),
)
AGE_CONTRADICTS_TYPE = _finding(
    "AGE_CONTRADICTS_TYPE", "The child is too young for the placement type", "371-374"
)
AGE_CONTRADICTS_STATUS = _finding(
    "AGE_CONTRADICTS_STATUS",
    "The child is too young, or too old, for the legal status",
    "352",
    "358",
)
STATUS_CONTRADICTS_TYPE = _finding(
    "STATUS_CONTRADICTS_TYPE", "The legal status does not go with the placement type", "378", "408"
)
RNE_CONTRADICTS = _finding(
    "RNE_CONTRADICTS",
    "RNE disagrees with what changed; the dates and cells were believed",
    *("357", "431", "432", "434", "435", "436"),
)
REC_CONTRADICTS = _finding(
    "REC_CONTRADICTS", "REC says care ended, but the next episode starts that day", "431"
)
REC_WITHOUT_DEC = _finding("REC_WITHOUT_DEC", "REC is given and DEC is not; held as open", "148")
DEC_WITHOUT_REC = _finding("DEC_WITHOUT_REC", "DEC is given and REC is not", "148")
X1_WITHOUT_NEXT = _finding(
    "X1_WITHOUT_NEXT", "REC says another episode follows, and none was imported", "388"
)
OPEN_EPISODE_NOT_LAST = _finding(
    "OPEN_EPISODE_NOT_LAST", "It has no end but another follows; ended when that starts", "142"
)
EPISODE_WITHOUT_A_NIGHT = _finding(
    "EPISODE_WITHOUT_A_NIGHT", "It starts and ends on one day", "355"
)
CIN_CHANGES = _finding(
    "CIN_CHANGES", "CIN differs within a period of care; the first was taken", "504"
)
OUTSIDE_THE_YEAR = _finding(
    "OUTSIDE_THE_YEAR", "It lies outside the collection year", "354", "385", "502"
)
CHILD_WITHOUT_EPISODES = _finding(
    "CHILD_WITHOUT_EPISODES", "The child is in the Header, and no episode was imported", "EPI"
)
REVIEW_OUTSIDE_CARE = _finding(
    "REVIEW_OUTSIDE_CARE", "The child was not looked after, as far as this return says"
)
MISSING_OUTSIDE_CARE = _finding(
    "MISSING_OUTSIDE_CARE", "The child was not looked after throughout the absence", "577"
)
PARTICIPATION_CONTRADICTS_AGE = _finding(
    "PARTICIPATION_CONTRADICTS_AGE", "PN0 is for under 4s, and only for them", "440", "441"
)
UASC_UNTIL_CONTRADICTS_AGE = _finding(
    "UASC_UNTIL_CONTRADICTS_AGE", "DUC is blank or after the 18th birthday", "304"
)
