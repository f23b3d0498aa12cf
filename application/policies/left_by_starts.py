"""What a start leaves to people: a home that no register knows, or none that suffices (R-163)."""

from typing import Final

from domain.placement.events import PlacementStarted
from domain.shared.admission import (
    SettingNotRegistered,
    Under16InOtherArrangements,
    UnregisteredAt16Or17,
)
from domain.task import codes
from domain.task.codes import TaskCode

ADULT: Final = 18

UNREGISTERED: Final = frozenset(
    {SettingNotRegistered.code, Under16InOtherArrangements.code, UnregisteredAt16Or17.code}
)

LEFT_BY_STARTS: Final = frozenset({codes.LOOK_AT_UNREGISTERED_HOME})
"""Settled when the placement is over, if nobody has closed them before."""


def left_by(start: PlacementStarted) -> frozenset[TaskCode]:
    """What people have to see to after this start."""
    is_child = start.age_in_years < ADULT
    broke = {each.code for each in start.breaches}
    unregistered = start.unlisted is not None or bool(UNREGISTERED & broke)
    return frozenset({codes.LOOK_AT_UNREGISTERED_HOME} if is_child and unregistered else ())
