"""What a package review says: who came, and how far each outcome was met."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from domain.shared.messages import Value


class Presence(Value):
    """One party came, or the coded reason why not (R-20)."""

    attended: bool
    absence_reason: str | None = None

    @model_validator(mode="after")
    def _absence_has_a_reason(self) -> Self:
        if self.attended == (self.absence_reason is not None):
            raise ValueError("an absence has a reason, and a presence has none")
        return self


class Attendance(Value):
    """The three who belong at a package review, and the roles of others who came (4-224)."""

    young_person: Presence
    provider: Presence
    council: Presence
    others: tuple[str, ...] = ()


class Progress(StrEnum):
    """How an outcome stands against its baseline (K-35)."""

    IMPROVED = "improved"
    SAME = "same"
    WORSE = "worse"


class OutcomeRating(Value):
    """How far one outcome was met, and the code of the evidence for saying so (R-33)."""

    code: str
    progress: Progress
    evidence: str
