"""What can be asked of a setting, by topic."""

from domain.setting.commands.life import LifeCommand
from domain.setting.commands.places import PlacesCommand
from domain.setting.commands.register import RegisterCommand, RegisterSetting

SettingCommand = RegisterSetting | RegisterCommand | LifeCommand | PlacesCommand

__all__ = ["LifeCommand", "PlacesCommand", "RegisterCommand", "RegisterSetting", "SettingCommand"]
