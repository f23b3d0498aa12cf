"""Temporary absences: away from a placement that goes on, its place kept (2.4).

Source: the SSDA903 return, placement codes T0 to T4 (docs/domain/08, P-11).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.shared.messages import Value
from domain.shared.moments import When


class AbsenceKind(StrEnum):
    """Why the child is away for a while."""

    HOSPITAL = "hospital"
    HOLIDAY = "holiday"
    CARERS_HOLIDAY = "carers_holiday"
    CUSTODY = "custody"
    OTHER = "other"
    NOT_STATED = "not_stated"


NATIONAL: Final[Mapping[AbsenceKind, str]] = {
    AbsenceKind.NOT_STATED: "T0",
    AbsenceKind.HOSPITAL: "T1",
    AbsenceKind.HOLIDAY: "T2",
    AbsenceKind.CARERS_HOLIDAY: "T3",
    AbsenceKind.OTHER: "T4",
}
"""What the return calls it. Custody has no code of a temporary move (6-81)."""


class AbsenceTurn(Value):
    """From `since` on the child was away in this way; without `kind`, back."""

    kind: AbsenceKind | None
    since: When
