"""What can happen to a setting, by topic."""

from domain.setting.events.life import LifeEvent
from domain.setting.events.places import PlacesEvent
from domain.setting.events.register import RegisterEvent, SettingRegistered

SettingEvent = SettingRegistered | RegisterEvent | LifeEvent | PlacesEvent

__all__ = ["LifeEvent", "PlacesEvent", "RegisterEvent", "SettingEvent", "SettingRegistered"]
