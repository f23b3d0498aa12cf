"""The setting's own side of a placement: its places, moved in the same stroke."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from application.shared.casework import Ask
from application.shared.office import Office, stream_of
from domain import setting
from domain.placement import Placement, PlacementCommand, decider
from domain.placement.arrangement import Arrangement
from domain.placement.moves_made import homes
from domain.placement.state import Begun
from domain.setting.commands.places import (
    CorrectArrival,
    CorrectDeparture,
    Nights,
    PlacesCommand,
    RecordArrival,
    RecordDeparture,
    ReleaseReservation,
    ReservePlace,
    ReviseStays,
    VoidArrival,
)
from domain.setting.questions import nights_over
from domain.setting.state import Listed, StayKind
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import PlacementId


@dataclass(frozen=True)
class Places:
    """What to ask of a home's places. Of a home that is not listed, or holds none, nothing."""

    office: Office

    def listed(self, setting_id: UUID) -> Listed | None:
        state = self.office.state(setting.decider, stream_of("setting", setting_id))
        return state if isinstance(state, Listed) else None

    def reservation(
        self, arrangement: Arrangement, arrives: date, expires_at: datetime
    ) -> Sequence[Ask]:
        """Hold the nights of an agreed start, which may be others than were proposed."""
        command = ReservePlace(
            placement_id=arrangement.placement_id,
            arrives=arrives,
            leaves=arrangement.planned_end,
            expires_at=expires_at,
        )
        return self._asks(arrangement, command)

    def release(self, arrangement: Arrangement, why: str) -> Sequence[Ask]:
        """Free what is still reserved; a reservation may have been released before."""
        if self._holds(arrangement) is not StayKind.RESERVED:
            return []
        command = ReleaseReservation(placement_id=arrangement.placement_id, why=why)
        return self._asks(arrangement, command)

    def arrival(self, arrangement: Arrangement, on: date) -> Sequence[Ask]:
        return self._asks(arrangement, RecordArrival(placement_id=arrangement.placement_id, on=on))

    def corrected_arrival(self, arrangement: Arrangement, on: date) -> Sequence[Ask]:
        """Put the nights right, also of a child who has left since."""
        home = self.listed(arrangement.setting_id)
        stay = home.latest(arrangement.placement_id) if home else None
        if stay is None or stay.kind is not StayKind.OCCUPIED:
            return []
        command = CorrectArrival(placement_id=arrangement.placement_id, on=on)
        return self._asks(arrangement, command)

    def departure(self, arrangement: Arrangement, on: date) -> Sequence[Ask]:
        if self._holds(arrangement) is not StayKind.OCCUPIED:
            return []
        command = RecordDeparture(placement_id=arrangement.placement_id, on=on)
        return self._asks(arrangement, command)

    def voided_arrival(self, arrangement: Arrangement) -> Sequence[Ask]:
        """Give back every night: it was another child who came."""
        home = self.listed(arrangement.setting_id)
        stay = home.latest(arrangement.placement_id) if home else None
        if stay is None or stay.kind is not StayKind.OCCUPIED:
            return []
        return self._asks(arrangement, VoidArrival(placement_id=arrangement.placement_id))

    def corrected_departure(self, arrangement: Arrangement, on: date | None) -> Sequence[Ask]:
        """Free the nights from another day, or none; too many children are said, never hidden."""
        home = self.listed(arrangement.setting_id)
        stay = home.latest(arrangement.placement_id) if home else None
        if stay is None or not stay.left or stay.until == on:
            return []
        command = CorrectDeparture(placement_id=arrangement.placement_id, on=on)
        return self._asks(arrangement, command)

    def revised(self, before: Begun, command: PlacementCommand) -> Sequence[Ask]:
        """The nights of every home of a provider that it lived in, as they are after a command."""
        after: Placement = before
        for event in decider.decide(before, command):
            after = decider.evolve(after, event)
        lived = [homes(each) for each in (before, after) if isinstance(each, Begun)]
        where = before.particulars.arrangement
        return [
            ask
            for home in dict.fromkeys(home for each in lived for home, _, _ in each)
            for ask in self._revised(where.model_copy(update={"setting_id": home}), lived[-1])
        ]

    def _revised(
        self, arrangement: Arrangement, lived: Sequence[tuple[UUID, When, When | None]]
    ) -> Sequence[Ask]:
        stays = tuple(
            Nights(from_=london_day(since), until=london_day(until) if until else None)
            for home, since, until in lived
            if home == arrangement.setting_id
        )
        command = ReviseStays(placement_id=arrangement.placement_id, stays=stays)
        home = self.listed(arrangement.setting_id)
        if home is None or not setting.decider.decide(home, command):
            return []
        return self._asks(arrangement, command)

    def nights_over(
        self, arrangement: Arrangement, first: date, *, lived_here: bool = False
    ) -> Sequence[date]:
        """Where each stretch of too many children begins, once this child is in the home.

        Of a child who may have lived here at another time, its own stays are left out.
        """
        home = self.listed(arrangement.setting_id)
        if home is None:
            return []
        if lived_here:
            others = (each for each in home.stays if each.placement_id != arrangement.placement_id)
            home = replace(home, stays=tuple(others))
        arrival = RecordArrival(placement_id=arrangement.placement_id, on=first)
        after: setting.Setting = home
        for event in setting.decider.decide(home, arrival):
            after = setting.decider.evolve(after, event)
        if not isinstance(after, Listed):
            return []
        return [each.first for each in nights_over(after, first, arrangement.planned_end)]

    def is_reserved(self, placement_id: PlacementId, home: Listed | None) -> bool:
        return home is not None and home.held(placement_id) is not None

    def _holds(self, arrangement: Arrangement) -> StayKind | None:
        home = self.listed(arrangement.setting_id)
        stay = home.held(arrangement.placement_id) if home else None
        return stay.kind if stay else None

    def _asks(self, arrangement: Arrangement, command: PlacesCommand) -> Sequence[Ask]:
        if self.listed(arrangement.setting_id) is None:
            return []
        return [Ask(stream_of("setting", arrangement.setting_id), setting.decider, command)]
