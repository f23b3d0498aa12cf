"""What is told of the areas that a child is to be kept away from."""

from typing import ClassVar

from domain.case.avoidance import AreaId, AreaToAvoid
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class AreaToAvoidRecorded(Event):
    """No home is to be chosen there."""

    stored_as: ClassVar[str] = "case.area_to_avoid_recorded.v1"

    area: AreaToAvoid
    by: Subject

    def effective(self) -> When:
        return self.area.since


class AreaToAvoidLifted(Event):
    """The area need be avoided no longer, for this reason."""

    stored_as: ClassVar[str] = "case.area_to_avoid_lifted.v1"

    area_id: AreaId
    on: When
    reason: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.on
