"""The steps a setting may take: listing it here, the rest in tables of three topics."""

from collections.abc import Sequence

from domain.setting.commands import (
    LifeCommand,
    PlacesCommand,
    RegisterCommand,
    RegisterSetting,
    SettingCommand,
)
from domain.setting.decisions.life import decide_life
from domain.setting.decisions.places import decide_places
from domain.setting.decisions.register import decide_register
from domain.setting.events import SettingEvent, SettingRegistered
from domain.setting.state import Listed, NotListed, Setting
from domain.shared.errors import WrongState


def decide(setting: Setting, command: SettingCommand) -> Sequence[SettingEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match setting, command:
        case NotListed(), RegisterSetting():
            return [SettingRegistered(**command.model_dump())]
        case Listed(), _ if isinstance(command, RegisterCommand):
            return decide_register(setting, command)
        case Listed(), _ if isinstance(command, LifeCommand):
            return decide_life(setting, command)
        case Listed(), _ if isinstance(command, PlacesCommand):
            return decide_places(setting, command)
        case _:
            raise WrongState.of(setting, command)
