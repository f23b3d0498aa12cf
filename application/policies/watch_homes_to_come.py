"""A home that would refuse a child by the day on which it is to move in is told of at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from application.clock.owners import capability
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.registers import Registers
from application.task.raising import Raising
from domain import placement, setting
from domain.placement.events import (
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
    StartAgreed,
    StartDateChanged,
)
from domain.placement.state import ToCome
from domain.setting.events.life import LifeEvent
from domain.setting.events.register import RegisterEvent
from domain.setting.state import Listed, StayKind
from domain.shared.admission import (
    AgeOutsideCategory,
    SettingNotOpen,
    SettingNotRegistered,
    SettingRestricted,
    UnregisteredAt16Or17,
    admission_gates,
)
from domain.shared.breaches import broken
from domain.shared.envelope import Recorded, StreamId
from domain.shared.errors import RecordErased

OF_A_HOME = (*get_args(RegisterEvent), *get_args(LifeEvent))
OF_A_PLACEMENT = (
    PlacementProposed,
    StartAgreed,
    StartDateChanged,
    PlacementStarted,
    PlacementNotStarted,
)

GATES = frozenset(
    refusal.code
    for refusal in (
        SettingNotRegistered,
        UnregisteredAt16Or17,
        AgeOutsideCategory,
        SettingNotOpen,
        SettingRestricted,
    )
)
"""The gates of a home's own register. Its provider's suspension has a task of its own (R-59)."""


@dataclass(frozen=True)
class WatchHomesToCome:
    """One task for each gate that has shut before a child who has a place there moved in (R-108).

    Home and placement may cross: both are looked at, whichever was recorded last. It is settled
    when the gate opens again, the child moves in (a breach says the rest), or is not to.
    """

    registers: Registers
    name: str = "watch-homes-to-come"
    follows_imports: bool = False
    newest_only: bool = False

    @property
    def office(self) -> Office:
        return self.registers.office

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, (*OF_A_HOME, *OF_A_PLACEMENT))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = [
            ask for stream in self._placements(recorded) for ask in self._asks(recorded, stream)
        ]
        return Act(asks) if asks else None

    def _placements(self, recorded: Recorded[Any]) -> Iterator[StreamId]:
        if capability(recorded.stream) == "placement":
            yield recorded.stream
            return
        listed = self.office.known(setting.decider, recorded.stream, Listed)
        for stay in listed.stays:
            if stay.kind is StayKind.RESERVED:
                yield stream_of("placement", stay.placement_id)

    def _asks(self, recorded: Recorded[Any], stream: StreamId) -> Iterable[Ask]:
        raising = Raising(self.office.streams, self.name)
        now = GATES & self._shut(self.office.state(placement.decider, stream))
        return raising.revised(recorded, about=stream, now=now, among=GATES)

    def _shut(self, state: placement.Placement) -> frozenset[str]:
        """The codes of the gates that the child would be refused by on its first day."""
        if not isinstance(state, ToCome):
            return frozenset()
        day, arrangement = state.particulars.begins_on, state.particulars.arrangement
        try:
            born_on = self.registers.born_on(arrangement.case_id)
        except RecordErased:
            return frozenset()
        home = self.registers.home(arrangement.setting_id, day)
        return frozenset(each.code for each in broken(admission_gates(home, born_on, day)))
