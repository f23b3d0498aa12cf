"""What happens to a home is told to the placement of each child who lives there, one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.clock.owners import capability, owner_of
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.registers import Registers
from domain import placement, setting
from domain.clock.events import ClockBreached
from domain.placement.commands.home import (
    AskForMovePlan,
    HomeCommand,
    RecordChangeOfHands,
    RecordRegistrationLapse,
)
from domain.placement.events import PlacementStarted, SettingChanged
from domain.placement.moving import MoveCause
from domain.placement.state import Begun
from domain.setting.clocks import lapses
from domain.setting.events.life import HomeClosing
from domain.setting.events.register import OperatorChanged
from domain.setting.standing import Standing, standings
from domain.setting.state import Listed, Stay, StayKind
from domain.shared.admission import (
    SUFFICES,
    Registration,
    SettingNotRegistered,
    UnregisteredAt16Or17,
)
from domain.shared.clock_catalogue import C_REGLAPSE
from domain.shared.envelope import Recorded, StreamId
from domain.shared.errors import RecordErased
from domain.shared.moments import london_day
from domain.shared.vocabulary import SettingId

NOT_REGISTERED = frozenset({SettingNotRegistered.code, UnregisteredAt16Or17.code})
NO_LONGER = frozenset({Registration.LAPSED, Registration.WRONG_KIND})


@dataclass(frozen=True)
class TellChildrenOfTheirHome:
    """A registration that ran out is a breach and a move to plan for each child (6-50).

    A home that is to close is a move to plan; one that is sold changes whom the agreement is
    with, and nobody moves (6-53). Who lives there is read from the home's own stream.
    """

    registers: Registers
    name: str = "tell-children-of-their-home"
    follows_imports: bool = False
    newest_only: bool = False

    @property
    def office(self) -> Office:
        return self.registers.office

    def concerns(self, recorded: Recorded[Any]) -> bool:
        match recorded.event:
            case ClockBreached(code=code):
                return code == C_REGLAPSE
            case OperatorChanged() | HomeClosing():
                return capability(recorded.stream) == "setting"
            case PlacementStarted(unlisted=None, breaches=breaches):
                # A home that no register knows has no registration that could have lapsed.
                return bool(NOT_REGISTERED & {each.code for each in breaches})
            case SettingChanged(breaches=breaches):
                return bool(NOT_REGISTERED & {each.code for each in breaches})
            case _:
                return False

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterator[Ask]:
        match recorded.event:
            case ClockBreached(due=due):
                home = owner_of(recorded.stream)
                for stay in self._caught(home, london_day(due)):
                    yield from self._lapse(stay, london_day(due))
            case HomeClosing(from_=day):
                plan = AskForMovePlan(cause=MoveCause.HOME_CLOSING, from_=day)
                yield from self._each(recorded.stream, day, plan)
            case PlacementStarted(setting_id=setting_id, at=at):
                yield from self._moved_in(recorded.stream, setting_id, london_day(at))
            case SettingChanged(to=home, at=at):
                yield from self._moved_in(recorded.stream, home.setting_id, london_day(at))
            case OperatorChanged(from_=day, provider_id=provider_id):
                sold = RecordChangeOfHands(provider_id=provider_id, from_=day)
                yield from self._each(recorded.stream, day, sold)

    def _caught(self, home: StreamId, lapsed_on: date) -> Iterable[Stay]:
        """Who lived there while it was not registered; nobody, if it never lapsed after all."""
        stretches = standings(self.office.streams.read(home).events)
        if lapsed_on not in {each.since for each in lapses(stretches)}:
            return []
        resumed = _resumed(stretches, lapsed_on)
        return [each for each in self._stays(home, lapsed_on) if not _only_after(each, resumed)]

    def _lapse(self, stay: Stay, lapsed_on: date) -> Iterator[Ask]:
        stream = stream_of("placement", stay.placement_id)
        state = self.office.state(placement.decider, stream)
        if not isinstance(state, Begun):
            return
        try:
            born_on = self.registers.born_on(state.particulars.arrangement.case_id)
        except RecordErased:
            return
        yield from self._ask(stream, RecordRegistrationLapse(on=lapsed_on, born_on=born_on))

    def _moved_in(self, stream: StreamId, setting_id: SettingId, day: date) -> Iterator[Ask]:
        """A child who came after the registration had stopped sufficing is to move too (R-66)."""
        if self.registers.home(setting_id, day).registration in NO_LONGER:
            plan = AskForMovePlan(cause=MoveCause.REGISTRATION_LAPSED, from_=day)
            yield from self._ask(stream, plan)

    def _each(self, home: StreamId, day: date, command: HomeCommand) -> Iterator[Ask]:
        for stay in self._stays(home, day):
            yield from self._ask(stream_of("placement", stay.placement_id), command)

    def _ask(self, stream: StreamId, command: HomeCommand) -> Iterator[Ask]:
        state = self.office.state(placement.decider, stream)
        if isinstance(state, Begun) and placement.decider.decide(state, command):
            yield Ask(stream, placement.decider, command)

    def _stays(self, home: StreamId, day: date) -> Iterable[Stay]:
        """Everybody who lived there on a night from a day on."""
        listed = self.office.known(setting.decider, home, Listed)
        return [
            stay
            for stay in listed.stays
            if stay.kind is StayKind.OCCUPIED and (not stay.left or _later(stay.until, day))
        ]


def _later(until: date | None, day: date) -> bool:
    return until is None or until > day


def _resumed(stretches: Iterable[Standing], lapsed_on: date) -> date | None:
    """The day from which it was registered again, if it was."""
    after = (each for each in stretches if london_day(each.since) > lapsed_on)
    found = next((each for each in after if each.registration in SUFFICES), None)
    return None if found is None else london_day(found.since)


def _only_after(stay: Stay, resumed: date | None) -> bool:
    return resumed is not None and stay.from_ >= resumed
