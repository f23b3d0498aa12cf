"""When the reservation of a placement has run out, its place at the home is free again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from application.clock.owners import capability, owner_of
from application.placement.places import Places
from application.shared.casework import Act
from application.shared.office import Office, stream_of
from domain import placement
from domain.clock.events import ClockBreached
from domain.placement.arrangement import Arrangement
from domain.placement.state import ToCome
from domain.setting.events.places import PlaceReserved
from domain.shared.clock_catalogue import C_RESERVE
from domain.shared.envelope import Recorded

EXPIRED = "expired"


@dataclass(frozen=True)
class ReleaseReservations:
    """R-17: a reservation lapses by C-RESERVE.

    Agreeing the start holds the place for longer than the clock of the proposal, so what is
    released is only what the reservation itself says has expired. One that has gone already
    is nothing to do.
    """

    office: Office
    name: str = "release-reservations"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        event = recorded.event
        return isinstance(event, ClockBreached) and event.code == C_RESERVE

    def react(self, recorded: Recorded[Any]) -> Act | None:
        owner = owner_of(recorded.stream)
        if capability(owner) != "placement":
            return None
        state = self.office.state(placement.decider, owner)
        if not isinstance(state, ToCome):
            return None
        arrangement = state.particulars.arrangement
        if not self._has_expired(arrangement, recorded.event.known_at):
            return None
        released = Places(self.office).release(arrangement, EXPIRED)
        return Act(released) if released else None

    def _has_expired(self, arrangement: Arrangement, by: datetime) -> bool:
        home = self.office.streams.read(stream_of("setting", arrangement.setting_id))
        mine = [
            fact.expires_at
            for fact in home.facts
            if isinstance(fact, PlaceReserved) and fact.placement_id == arrangement.placement_id
        ]
        return bool(mine) and mine[-1] < by
