"""What was said of the hours of support in one week (R-34)."""

from datetime import date
from typing import ClassVar

from domain.placement.agreement import HalfHours
from domain.placement.commands.support import Confirmer
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class SupportGiven(Event):
    """The provider says that it gave so much; what it says last of a week counts."""

    stored_as: ClassVar[str] = "placement.support_given.v1"

    week: date
    individual: HalfHours
    shared: HalfHours
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


class SupportAnswered(Event):
    """The young person or its carer says that there was so much; what is said last counts."""

    stored_as: ClassVar[str] = "placement.support_answered.v1"

    week: date
    half_hours: HalfHours
    said_by: Confirmer
    words: Sealed[str | None]
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


SupportEvent = SupportGiven | SupportAnswered
