"""What can happen to a setting, by topic."""

from domain.setting.events.places import PlacesEvent
from domain.setting.events.register import RegisterEvent, SettingRegistered

SettingEvent = SettingRegistered | RegisterEvent | PlacesEvent

__all__ = ["PlacesEvent", "RegisterEvent", "SettingEvent", "SettingRegistered"]
