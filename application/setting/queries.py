"""What can be read of homes: lists from read models, and one home from its own history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from application.setting.nights import Night, by_night, holds
from application.setting.shown import ListedHome, OverfullHome, SettingView, shown
from application.setting.shown_life import is_confidential
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import History, Reads
from domain.setting.chronology import OccupationPeriod, chronology, remembered
from domain.setting.events import SettingEvent
from domain.setting.standing import standings
from domain.setting.state import Listed
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.personal import Erased
from domain.shared.vocabulary import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose homes are listed, of which provision if of one; beginning after which home."""

    authority: GssCode
    provision: Provision | None = None
    after: UUID | None = None
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeNights:
    """One home by night."""

    setting_id: UUID
    name: str | Erased
    provision: Provision
    nights: Sequence[Night]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOccupancy:
    """One home by night, and what holds its places."""

    nights: Sequence[Night]
    occupation: Sequence[OccupationPeriod]
    position: int


class SettingList(Protocol):
    def listed(self, whose: Whose, of: AsOf) -> Sequence[ListedHome]:
        """The homes that were on the register on the day, and their free places that night."""
        ...


class Occupancy(Protocol):
    def by_night(self, whose: Whose, nights: Sequence[date], position: int) -> Sequence[HomeNights]:
        """Every home known by a position, night by night."""
        ...


class OverfullHomes(Protocol):
    def over_on(self, whose: Whose, night: date, position: int) -> Sequence[OverfullHome]:
        """The homes that hold more on a night than they may, as known by a position (6-51)."""
        ...


@dataclass(frozen=True)
class SettingRecords:
    """One home's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def view(self, setting_id: UUID, of: AsOf) -> SettingView:
        history, position = self._history(setting_id, of)
        return shown(history, of.day, position)

    def is_confidential(self, setting_id: UUID, *days: date) -> bool:
        """Whether the address is withheld on one of these days, whatever was known then."""
        setting = remembered(self.streams.read(stream_of("setting", setting_id)).events)
        return isinstance(setting, Listed) and is_confidential(setting, *days)

    def occupancy(self, setting_id: UUID, nights: Sequence[date], of: AsOf) -> HomeOccupancy:
        history, position = self._history(setting_id, of)
        occupation = chronology(history.events).occupation
        return HomeOccupancy(
            nights=by_night(nights, standings(history.events), occupation),
            occupation=[each for each in occupation if any(holds(each, n) for n in nights)],
            position=position,
        )

    def _history(self, setting_id: UUID, of: AsOf) -> tuple[History[SettingEvent], int]:
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("setting", setting_id), position)
        if not history.events:
            raise NotFound
        return history, position
