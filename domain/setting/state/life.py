"""How a setting remembers its life, and what was looked at in it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.setting.assurance import Check, Inspection
from domain.setting.dated import cease, succeed
from domain.setting.events import life as came
from domain.setting.events.life import LifeEvent
from domain.setting.life import Stage, StageEntry
from domain.setting.nights import Ceiling
from domain.setting.state.shape import Listed


def of_its_life(setting: Listed, event: LifeEvent, source: UUID) -> Listed:
    match event:
        case came.HomeMobilised(on=on):
            return _at(setting, Stage.MOBILISED, on, source)
        case came.HomeOpened(from_=from_):
            return _at(setting, Stage.OPEN, from_, source)
        case came.HomeClosing(from_=from_):
            return _at(setting, Stage.CLOSING, from_, source)
        case came.HomeClosed(on=on):
            # A closed home has no places: whoever is still in it is over its number.
            none = Ceiling(from_=on, places=0, source=source)
            configured = (*cease(setting.configured, on, source), none)
            return _at(replace(setting, configured=configured), Stage.CLOSED, on, source)
        case came.PremisesChecked():
            return _checked(setting, event, source)
        case came.InspectionRecorded(on=on, grade=grade):
            inspection = Inspection(from_=on, grade=grade, source=source)
            return replace(setting, inspections=succeed(setting.inspections, inspection))


def _at(setting: Listed, stage: Stage, day: date, source: UUID) -> Listed:
    entry = StageEntry(from_=day, stage=stage, source=source)
    return replace(setting, stages=succeed(setting.stages, entry))


def _checked(setting: Listed, event: came.PremisesChecked, source: UUID) -> Listed:
    new = Check(
        from_=event.on,
        kind=event.kind,
        passed=event.passed,
        expires_on=event.expires_on,
        source=source,
    )
    same = tuple(each for each in setting.checks if each.kind is event.kind)
    others = tuple(each for each in setting.checks if each.kind is not event.kind)
    return replace(setting, checks=(*others, *succeed(same, new)))
