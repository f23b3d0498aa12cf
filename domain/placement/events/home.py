"""What happens to a child because of what happens to the home it lives in."""

from datetime import date
from typing import ClassVar

from domain.placement.moving import MoveCause
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ProviderId, Subject


class HomeRegistrationLapsed(Event):
    """The child lived here from `on` in a home that was registered no more (6-50).

    The days before it are as compliant as they were.
    """

    stored_as: ClassVar[str] = "placement.home_registration_lapsed.v1"

    on: date
    breaches: tuple[Breach, ...]

    def effective(self) -> When:
        return self.on


class MovePlanAsked(Event):
    """Somebody is to plan where this child goes; nobody moves by it. `from_` may lie ahead."""

    stored_as: ClassVar[str] = "placement.move_plan_asked.v1"

    cause: MoveCause
    from_: date


class MovePlanMade(Event):
    """Where the child is to go, and how, was planned."""

    stored_as: ClassVar[str] = "placement.move_plan_made.v1"

    on: When
    plan: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.on


class HomeChangedHands(Event):
    """Another provider runs the home from a day on; the placement goes on (6-53).

    The agreement was made with the provider that ran it before, if there is one.
    """

    stored_as: ClassVar[str] = "placement.home_changed_hands.v1"

    was: ProviderId | None
    provider_id: ProviderId | None
    from_: date
    has_agreement: bool


HomeEvent = HomeRegistrationLapsed | MovePlanAsked | MovePlanMade | HomeChangedHands
