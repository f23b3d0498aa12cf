"""Ceasing to look after a child: what a council decides of itself, and who approves it.

Source: docs/domain/02, 2.1 and 2.11; SI 2010/959, reg. 39 (L-19); docs/domain/10, R-134.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.case.codes import CeasingReason
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import LegalStatus, Subject
from domain.shared.warnings import RoleName

COUNCILS_OWN: Final = frozenset(
    {
        CeasingReason.HOME_TO_PARENTS_PLANNED,
        CeasingReason.HOME_WITHOUT_PARENTAL_RESPONSIBILITY,
        CeasingReason.INDEPENDENT_LIVING_SUPPORTED,
        CeasingReason.INDEPENDENT_LIVING_UNSUPPORTED,
        CeasingReason.ANYTHING_ELSE,
    }
)
"""Reasons by which a council stops accommodating a child. A court, a birthday, a parent who
takes the child home or another council's taking over is no decision of its own."""

TO_A_PARENT: Final = frozenset({CeasingReason.HOME_TO_PARENTS_PLANNED})

DIRECTORS_FROM = 16
"""From this birthday on the director alone approves (A)."""


class CeasingStanding(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Ceasing:
    """What was asked for: from when, why, by whom, and whether the arrangements were assessed."""

    standing: CeasingStanding
    reason: CeasingReason
    on: date
    assessed: bool
    asked_by: Subject


def is_councils_decision(status: LegalStatus | None, reason: CeasingReason) -> bool:
    """Only of a child who is accommodated: an order ends by a court, or by itself."""
    return status is LegalStatus.ACCOMMODATED and reason in COUNCILS_OWN


class RequestCeasing(Command):
    """Ask that the council stop looking after a child, from a day that may lie ahead.

    `assessment` says how the arrangements for the child afterwards were assessed, and when.
    """

    on: date
    reason: CeasingReason
    because: str
    assessed_on: When | None = None
    assessment: str | None = None
    by: Subject


class ApproveCeasing(Command):
    by: Subject
    role: RoleName


class RefuseCeasing(Command):
    because: str
    by: Subject
    role: RoleName


CeasingCommand = RequestCeasing | ApproveCeasing | RefuseCeasing
