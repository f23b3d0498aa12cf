"""How carers are approved is told to the placement of each child with them; and that it ran out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.clock.owners import capability, owner_of
from application.placement.newcomers import Newcomers
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.registers import Registers
from domain import placement, setting
from domain.clock.events import ClockBreached
from domain.placement.arrangement import Arrangement
from domain.placement.commands import AskForMovePlan, PlacementCommand, RecordCarersApproval
from domain.placement.events import PlacementStarted
from domain.placement.moving import MoveCause
from domain.placement.state import Current
from domain.setting.events.register import RegistrationRecorded
from domain.setting.registration import APPROVED_BY_COUNCIL, RegistrationEntry, RegistrationKind
from domain.setting.registration import in_force as entries_in_force
from domain.setting.state import Listed, StayKind
from domain.shared.approval import household_gates
from domain.shared.breaches import broken
from domain.shared.clock_catalogue import C_REG23_6WD, C_REG24_16W
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import london_day
from domain.shared.vocabulary import Provision

RUN_OUT = frozenset({C_REG23_6WD, C_REG24_16W})


@dataclass(frozen=True)
class TellChildrenOfTheirCarers:
    """Who cares for a child is approved for a while, then for good: by the council's register.

    Once that while is over, or six working days outside the terms, the child is to move, as
    soon as there is somewhere to go (regs. 23 to 25).
    """

    registers: Registers
    name: str = "tell-children-of-their-carers"
    follows_imports: bool = False
    newest_only: bool = False

    @property
    def office(self) -> Office:
        return self.registers.office

    def concerns(self, recorded: Recorded[Any]) -> bool:
        match recorded.event:
            case ClockBreached(code=code):
                return code in RUN_OUT
            case RegistrationRecorded(kind=kind):
                return kind in APPROVED_BY_COUNCIL
            case PlacementStarted(provision=provision):
                return provision is Provision.FOSTERING
            case _:
                return False

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterator[Ask]:
        match recorded.event:
            case ClockBreached(due=due):
                yield from self._ran_out(owner_of(recorded.stream), london_day(due))
            case PlacementStarted(at=at):
                yield from self._now(recorded.stream, london_day(at))
            case RegistrationRecorded(from_=day) if capability(recorded.stream) == "setting":
                for stream in self._living_at(recorded.stream):
                    yield from self._now(stream, max(day, self.office.today()))

    def _now(self, stream: StreamId, day: date) -> Iterator[Ask]:
        """What the register says of the child's carers on a day."""
        state = self.office.state(placement.decider, stream)
        if not isinstance(state, Current):
            return
        where = state.particulars.arrangement
        entries = self._entries(where, day)
        for_good = [e for e in entries if e.kind is RegistrationKind.FOSTER_APPROVAL]
        for_now = [e for e in entries if e.kind is RegistrationKind.TEMPORARY_APPROVAL]
        if for_good and self._takes(where, day, for_good[0]):
            command = RecordCarersApproval(temporary=False, from_=for_good[0].from_)
            yield from self._ask(stream, state, command)
        elif for_now and not for_good:
            command = RecordCarersApproval(temporary=True, from_=for_now[0].from_)
            yield from self._ask(stream, state, command)

    def _takes(self, where: Arrangement, day: date, entry: RegistrationEntry) -> bool:
        newcomer = Newcomers(self.registers).of(where, day)
        return not broken(household_gates(entry.terms, newcomer))

    def _ran_out(self, stream: StreamId, day: date) -> Iterator[Ask]:
        """Nothing where they have been approved for good meanwhile."""
        state = self.office.state(placement.decider, stream)
        if not isinstance(state, Current):
            return
        approved = state.particulars.carers
        if approved is None or approved.temporary:
            command = AskForMovePlan(cause=MoveCause.CARERS_NOT_APPROVED, from_=day)
            yield from self._ask(stream, state, command)

    def _ask(self, stream: StreamId, state: Current, command: PlacementCommand) -> Iterator[Ask]:
        if placement.decider.decide(state, command):
            yield Ask(stream, placement.decider, command)

    def _entries(self, where: Arrangement, day: date) -> list[RegistrationEntry]:
        home = self.office.state(setting.decider, stream_of("setting", where.setting_id))
        if not isinstance(home, Listed):
            return []
        return list(entries_in_force(home.provision, home.registrations, day))

    def _living_at(self, home: StreamId) -> list[StreamId]:
        listed = self.office.known(setting.decider, home, Listed)
        return [
            stream_of("placement", stay.placement_id)
            for stay in listed.stays
            if stay.kind is StayKind.OCCUPIED and not stay.left
        ]
