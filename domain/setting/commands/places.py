"""What can be asked of a setting's places, night by night."""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime, Field

from domain.setting.codes import Code
from domain.shared.messages import Command, Value
from domain.shared.vocabulary import PlacementId


class ReservePlace(Command):
    """Hold a place from the night of `arrives` to the night before `leaves`.

    Reserving again moves the reservation. It holds its nights until it is released: at
    `expires_at` (C-RESERVE) a policy does so, for a decider knows no clock.
    """

    placement_id: PlacementId
    arrives: date
    leaves: date | None = None
    expires_at: AwareDatetime


class ReleaseReservation(Command):
    placement_id: PlacementId
    why: Code


class PlanDeparture(Command):
    """Hold an occupied place until another day, or with none for good."""

    placement_id: PlacementId
    leaves: date | None


class RecordArrival(Command):
    """A fact: the child came. The nights that were reserved count as planned."""

    placement_id: PlacementId
    on: date


class RecordDeparture(Command):
    """A fact: the child left. The night of that day is free (R-04)."""

    placement_id: PlacementId
    on: date


class CorrectArrival(Command):
    placement_id: PlacementId
    on: date


class CorrectDeparture(Command):
    """The child left on another day or, with none, has not left."""

    placement_id: PlacementId
    on: date | None


class VoidArrival(Command):
    """The child never came: the arrival should not have been recorded (6-03)."""

    placement_id: PlacementId


class Nights(Value):
    """One stay: from which night on and, where it is over, the day of leaving."""

    from_: date
    until: date | None = None


class ReviseStays(Command):
    """Every stay that a placement had here, in order, as it is now believed to have been."""

    placement_id: PlacementId
    stays: tuple[Nights, ...] = ()


class BlockPlaces(Command):
    """Take places out of use, for repairs or for a match that needs the room."""

    block_id: UUID
    count: int = Field(ge=1)
    from_: date
    until: date | None = None
    reason: Code


class UnblockPlaces(Command):
    block_id: UUID
    from_: date


class AskToReturn(Command):
    """Ask for a resident who was away to come back while admissions are restricted (6-49)."""

    placement_id: PlacementId
    away_since: date
    returns_on: date


class RecordOtherAuthorityOccupancy(Command):
    """A fact: so many children of other authorities, a count and no more (6-57).

    Each statement is the whole count from its day on, until the next.
    """

    count: int = Field(ge=0)
    from_: date
    until: date | None = None


class CountChildOfAnotherAuthority(Command):
    """A child whom another authority told us of `comes` to live there, or has left (2.14)."""

    comes: bool
    from_: date


PlacesCommand = (
    ReservePlace
    | ReleaseReservation
    | PlanDeparture
    | RecordArrival
    | RecordDeparture
    | CorrectArrival
    | CorrectDeparture
    | VoidArrival
    | ReviseStays
    | BlockPlaces
    | UnblockPlaces
    | AskToReturn
    | RecordOtherAuthorityOccupancy
    | CountChildOfAnotherAuthority
)
