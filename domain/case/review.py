"""Statutory reviews: words for them. They belong to the case and not to a placement.

Source: docs/domain/02, 2.7; SI 2010/959, regs. 32 to 38; docs/domain/10, R-215 to R-217.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from domain.shared.code_lists import Code
from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.vocabulary import Subject

ReviewId = NewType("ReviewId", UUID)
DisputeId = NewType("DisputeId", UUID)


class Standing(StrEnum):
    """How far a review has come; what follows once it is held is told by its steps."""

    SCHEDULED = "scheduled"
    ADJOURNED = "adjourned"
    CANCELLED = "cancelled"
    HELD = "held"


class RecordStep(StrEnum):
    """What becomes of the record of a review."""

    ISSUED = "issued"
    DISTRIBUTED = "distributed"


class FollowUp(StrEnum):
    """What follows a review that was held, each in its own time (C-IRO-5WD)."""

    DECISIONS = "decisions"
    RECORD = "record"
    DISTRIBUTION = "distribution"


class ReviewAction(Value):
    """What a review decided is to be done, by its code: whose it is, until when if any."""

    code: Code
    whose: Code
    by: date | None = None


class DisputeTier(StrEnum):
    """Whom a reviewing officer's dispute is put to, each above the one before (A).

    Cafcass stands beside them: it may be asked at any stage, and leaves the dispute where it is.
    """

    TEAM_MANAGER = "team_manager"
    SERVICE_MANAGER = "service_manager"
    HEAD_OF_SERVICE = "head_of_service"
    DCS = "dcs"
    CHIEF_EXECUTIVE = "chief_executive"
    CAFCASS = "cafcass"


LADDER: Final = tuple(tier for tier in DisputeTier if tier is not DisputeTier.CAFCASS)


@dataclass(frozen=True, slots=True)
class Review:
    """A review as deciding remembers it; `open_actions` are the codes of what is to be done."""

    standing: Standing
    first_sat_on: When | None = None
    held_on: When | None = None
    chaired_by: Subject | None = None
    confirmed: bool = False
    issued_on: When | None = None
    distributed: bool = False
    open_actions: frozenset[Code] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute of the reviewing officer's: since when, how high it stands, whether it is over."""

    since: When
    tier: DisputeTier
    resolved: bool = False
