"""One stay in each home of a provider, where it moved the child within the placement (2.4)."""

from collections.abc import Sequence
from itertools import zip_longest

from domain.placement.events.setting_change import SettingChanged
from domain.placement.periods import StayPeriod
from domain.shared.envelope import Recorded

OF_THE_END = ("end_reason", "national_reason", "destination", "planned")


def by_home(stay: StayPeriod, moves: Sequence[Recorded[SettingChanged]]) -> tuple[StayPeriod, ...]:
    """A placement's whole stay, parted at each move; only the last of them can have ended it."""
    into: list[Recorded[SettingChanged] | None] = [None, *moves]
    return tuple(_in_one_home(stay, came, left) for came, left in zip_longest(into, moves))


def _in_one_home(
    stay: StayPeriod,
    came: Recorded[SettingChanged] | None,
    left: Recorded[SettingChanged] | None,
) -> StayPeriod:
    told: dict[str, object] = {}
    if came is not None:
        told |= dict(came.event.to)
        told |= {"since": came.event.at, "source": came.event_id, "moved_within": True}
    if left is not None:
        told |= {"until": left.event.at, "ended_by": left.event_id}
        told |= dict.fromkeys(OF_THE_END)
    return stay.model_copy(update=told)
