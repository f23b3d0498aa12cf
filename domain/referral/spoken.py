"""An approval that was spoken: who gave it is not who writes it down (2.2, the emergency path)."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime

from domain.shared.messages import Value
from domain.shared.officers import KnownRoles
from domain.shared.vocabulary import Subject


class SpokenAct(StrEnum):
    """What an officer may let an emergency do by word of mouth."""

    SUBMISSION = "submission"
    IN_HOUSE_BYPASS = "in_house_bypass"
    EXTERNAL_SEARCH = "external_search"
    URGENCY = "urgency"
    SIBLING_SPLIT = "sibling_split"
    CHOICE = "choice"
    MONEY = "money"
    DESELECTION = "deselection"
    WITHDRAWAL = "withdrawal"


class Spoken(Value):
    """At what time the officer said so, and who wrote it down."""

    at: AwareDatetime
    recorded_by: Subject


class Heard(Spoken):
    """A spoken approval as it is put: with the day on which the request came, and the present.

    `roles` are those of the officer by the council's list; none where it keeps none (R-121).
    """

    asked_on: date
    now: AwareDatetime
    roles: KnownRoles = None

    @property
    def word(self) -> Spoken:
        """What is kept of it."""
        return Spoken(at=self.at, recorded_by=self.recorded_by)


def kept(heard: Heard | None) -> Spoken | None:
    return heard.word if heard else None
