"""What can happen to a setting's places."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from domain.setting.codes import Code
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import PlacementId


class PlaceReserved(Event):
    """A place is held, or its reservation moved to other nights."""

    stored_as: ClassVar[str] = "setting.place_reserved.v1"

    placement_id: PlacementId
    arrives: date
    leaves: date | None
    expires_at: AwareDatetime


class ReservationReleased(Event):
    stored_as: ClassVar[str] = "setting.reservation_released.v1"

    placement_id: PlacementId
    why: Code


class DeparturePlanned(Event):
    """An occupied place will be free from this day; without one, it is held for good."""

    stored_as: ClassVar[str] = "setting.departure_planned.v1"

    placement_id: PlacementId
    leaves: date | None


class PlaceOccupied(Event):
    """The child came. A reservation, if there was one, is now an occupation."""

    stored_as: ClassVar[str] = "setting.place_occupied.v1"

    placement_id: PlacementId
    on: date
    leaves: date | None
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


class PlaceVacated(Event):
    """The child left; the night of that day is free (R-04)."""

    stored_as: ClassVar[str] = "setting.place_vacated.v1"

    placement_id: PlacementId
    on: date
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


class ArrivalCorrected(Event):
    """The child came on another day than was recorded."""

    stored_as: ClassVar[str] = "setting.arrival_corrected.v1"

    placement_id: PlacementId
    was: date
    on: date
    leaves: date | None
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


class DepartureCorrected(Event):
    """The child left on another day than was recorded or, with none, has not left."""

    stored_as: ClassVar[str] = "setting.departure_corrected.v1"

    placement_id: PlacementId
    was: date
    on: date | None
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When | None:
        return self.on


class ArrivalVoided(Event):
    """The child never came; the stay is taken out of every night."""

    stored_as: ClassVar[str] = "setting.arrival_voided.v1"

    placement_id: PlacementId
    was: date


class PlacesBlocked(Event):
    stored_as: ClassVar[str] = "setting.places_blocked.v1"

    block_id: UUID
    count: int
    from_: date
    until: date | None
    reason: Code


class PlacesUnblocked(Event):
    stored_as: ClassVar[str] = "setting.places_unblocked.v1"

    block_id: UUID
    from_: date


class ReturnEscalated(Event):
    """A resident who was away asks to come back while nobody new may: for the DCS to answer.

    Whether a child away for a while is new is arguable (L-17): nothing is allowed by itself.
    """

    stored_as: ClassVar[str] = "setting.return_escalated.v1"

    placement_id: PlacementId
    away_since: date
    returns_on: date


class OtherAuthorityOccupancyRecorded(Event):
    """So many children of other authorities live there; a count and no more (6-57)."""

    stored_as: ClassVar[str] = "setting.other_authority_occupancy_recorded.v1"

    count: int
    from_: date
    until: date | None
    breaches: tuple[Breach, ...] = ()


AmendingEvent = DeparturePlanned | PlaceVacated | ArrivalCorrected | DepartureCorrected
"""What changes the stay of a child who came."""

StayEvent = PlaceReserved | ReservationReleased | PlaceOccupied | ArrivalVoided | AmendingEvent
"""What happens to one placement's place."""

PlacesEvent = (
    StayEvent | PlacesBlocked | PlacesUnblocked | ReturnEscalated | OtherAuthorityOccupancyRecorded
)
