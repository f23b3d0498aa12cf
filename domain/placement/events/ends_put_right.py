"""What can happen to the record of an end: it was another, or there was none."""

from typing import ClassVar

from domain.placement.endings import EndSaid
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import EventId, Subject


class EndCorrected(Event):
    """The child left otherwise than was recorded: what was said, and what is believed now.

    `override_reason` is that of the end as it is believed now, `breaches` are what it breaks.
    """

    stored_as: ClassVar[str] = "placement.end_corrected.v1"

    corrects: EventId
    was: EndSaid
    now: EndSaid
    override_reason: Sealed[str | None]
    reason: Sealed[str]
    approved_by: Subject
    by: Subject
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.now.at


class PlacementEndVoided(Event):
    """The child had not left: the end should never have been recorded."""

    stored_as: ClassVar[str] = "placement.end_voided.v1"

    corrects: EventId
    was: EndSaid
    reason: Sealed[str]
    approved_by: Subject
    by: Subject

    def effective(self) -> When:
        return self.was.at


EndWord = EndCorrected | PlacementEndVoided
