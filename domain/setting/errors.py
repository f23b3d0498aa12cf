"""What a setting can refuse. Open and restricted are gates that every layer shares."""

from domain.shared.errors import MissingInformation, NotFound, RuleBroken, WrongState


class OverCapacity(RuleBroken):
    """`nights` lists the stretches, as intervals of their first and last night."""

    code = "OVER_CAPACITY"
    title = "The home would have more children than places"
    cites = "docs/domain/02, 2.9"


class HomeNotReady(MissingInformation):
    title = "A home opens once it is registered, mobilised and checked"
    cites = "docs/domain/02, 2.9"


class AlreadyOccupied(WrongState):
    title = "This placement already has its place here"


class NothingToLift(WrongState):
    title = "No restriction or closure is in force or to come"


class StayNotFound(NotFound):
    title = "This placement has no such place here"


class BlockNotFound(NotFound):
    title = "No places are blocked under this id"


class RegistrationNotFound(NotFound):
    title = "No registration of this kind is in force on that day"
