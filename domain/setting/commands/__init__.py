"""What can be asked of a setting, by topic."""

from domain.setting.commands.places import PlacesCommand
from domain.setting.commands.register import RegisterCommand, RegisterSetting

SettingCommand = RegisterSetting | RegisterCommand | PlacesCommand

__all__ = ["PlacesCommand", "RegisterCommand", "RegisterSetting", "SettingCommand"]
