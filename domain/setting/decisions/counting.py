"""How many children of other authorities live in a home, stated whole or changed by one (2.14)."""

from collections.abc import Sequence
from datetime import date

from domain.setting.commands.places import (
    CountChildOfAnotherAuthority,
    RecordOtherAuthorityOccupancy,
)
from domain.setting.decisions.fit import with_breaches
from domain.setting.events.places import OtherAuthorityOccupancyRecorded
from domain.setting.rules import require_after
from domain.setting.state import Listed

Counted = Sequence[OtherAuthorityOccupancyRecorded]


def count_others(
    setting: Listed, command: RecordOtherAuthorityOccupancy | CountChildOfAnotherAuthority
) -> Counted:
    match command:
        case RecordOtherAuthorityOccupancy():
            return state_count(setting, command)
        case CountChildOfAnotherAuthority():
            return count_child(setting, command)


def state_count(setting: Listed, command: RecordOtherAuthorityOccupancy) -> Counted:
    require_after(command.until, command.from_)
    counted = OtherAuthorityOccupancyRecorded(**command.model_dump())
    return [with_breaches(setting, counted, command.from_, command.until)]


def count_child(setting: Listed, command: CountChildOfAnotherAuthority) -> Counted:
    """One more, or one fewer, on every night from a day on; what was stated of later days too.

    A home that never stated the child is not counted below none.
    """
    after: date | None = None
    found: list[OtherAuthorityOccupancyRecorded] = []
    for day in reversed(_change_points(setting, command.from_)):
        stated = sum(each.count for each in setting.others if each.covers(day))
        count = max(0, stated + (1 if command.comes else -1))
        counted = OtherAuthorityOccupancyRecorded(count=count, from_=day, until=None)
        found.append(with_breaches(setting, counted, day, after))
        after = day
    return found[::-1]


def _change_points(setting: Listed, first: date) -> Sequence[date]:
    days = {day for each in setting.others for day in (each.from_, each.until) if day is not None}
    return sorted({first} | {day for day in days if day > first})
