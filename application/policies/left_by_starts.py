"""What a start leaves to people: homes that no register knows, or none that suffices (R-163)."""

from collections.abc import Iterator
from typing import Final

from domain.placement.errors import StatusNotWithParents
from domain.placement.events import PlacementStarted
from domain.shared.admission import (
    SettingNotRegistered,
    Under16InOtherArrangements,
    UnregisteredAt16Or17,
)
from domain.shared.geography import ApprovalNeeded
from domain.task import codes
from domain.task.codes import TaskCode

ADULT: Final = 18

UNREGISTERED: Final = frozenset(
    {SettingNotRegistered.code, Under16InOtherArrangements.code, UnregisteredAt16Or17.code}
)

LEFT_BY_STARTS: Final = frozenset(
    {codes.LOOK_AT_UNREGISTERED_HOME, codes.FIND_OUT_WHERE, StatusNotWithParents.code}
)
"""Settled when the placement is over, if nobody has closed them before."""


def left_by(start: PlacementStarted) -> frozenset[TaskCode]:
    """What people have to see to after this start."""
    return frozenset(_of_a_child(start) if start.age_in_years < ADULT else ())


def _of_a_child(start: PlacementStarted) -> Iterator[TaskCode]:
    is_unlisted = start.unlisted is not None
    broke = {each.code for each in start.breaches}
    if is_unlisted or UNREGISTERED & broke:
        yield codes.LOOK_AT_UNREGISTERED_HOME
    if is_unlisted and start.approval_needed is ApprovalNeeded.NOT_KNOWN:
        yield codes.FIND_OUT_WHERE
    if StatusNotWithParents.code in broke:
        yield StatusNotWithParents.code
