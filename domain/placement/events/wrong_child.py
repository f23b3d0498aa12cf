"""What can happen to a start that was recorded for the wrong child."""

from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import EventId, PlacementId, SettingId, Subject


class PlacementStartVoided(Event):
    """It was another child who moved in: of this placement nothing is so (6-03)."""

    stored_as: ClassVar[str] = "placement.start_voided.v1"

    placement_id: PlacementId
    setting_id: SettingId
    corrects: EventId
    was: When
    reason: Sealed[str]
    approved_by: Subject
    by: Subject

    def effective(self) -> When:
        return self.was


class RecordedAnew(Event):
    """The start was recorded for the child whose it was, under another placement."""

    stored_as: ClassVar[str] = "placement.recorded_anew.v1"

    as_placement: PlacementId
    by: Subject


WrongChildEvent = PlacementStartVoided | RecordedAnew
