"""What a setting must remember in order to decide, and how it remembers.

`remember` also takes the id of the event, because the chronology is the same memory with
its sources; `evolve` remembers without them.
"""

from uuid import UUID

from domain.setting.dated import NOBODY
from domain.setting.events import (
    LifeEvent,
    PlacesEvent,
    RegisterEvent,
    SettingEvent,
    SettingRegistered,
)
from domain.setting.state.life import of_its_life
from domain.setting.state.places import of_its_places
from domain.setting.state.register import listed, of_the_register
from domain.setting.state.shape import Block, Listed, NotListed, Setting, Stay, StayKind
from domain.shared.errors import CorruptHistory

__all__ = [
    "Block",
    "Listed",
    "NotListed",
    "Setting",
    "Stay",
    "StayKind",
    "evolve",
    "remember",
    "remember_listed",
]


def evolve(setting: Setting, event: SettingEvent) -> Setting:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    return remember(setting, event, NOBODY)


def remember(setting: Setting, event: SettingEvent, source: UUID) -> Setting:
    """Remember an event and, with every entry that it makes or ends, which event it was."""
    match setting, event:
        case NotListed(), SettingRegistered():
            return listed(event, source)
        case Listed(), _ if not isinstance(event, SettingRegistered):
            return remember_listed(setting, event, source)
        case _:
            raise CorruptHistory(setting, event)


def remember_listed(
    setting: Listed, event: RegisterEvent | LifeEvent | PlacesEvent, source: UUID = NOBODY
) -> Listed:
    """A listed home stays listed, whatever happens to it."""
    if isinstance(event, RegisterEvent):
        return of_the_register(setting, event, source)
    if isinstance(event, LifeEvent):
        return of_its_life(setting, event, source)
    return of_its_places(setting, event, source)
