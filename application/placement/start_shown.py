"""The start of a placement as it is shown: when it was agreed for, and put to another day."""

from collections.abc import Sequence

from application.placement.shown import ShownStartChange
from domain.placement import PlacementEvent
from domain.placement.events import StartAgreed, StartDateChanged
from domain.shared.moments import When


def agreed_for(said: Sequence[PlacementEvent]) -> When | None:
    """The time agreed on last; none while there is none."""
    agreed = [each.starts_at for each in said if isinstance(each, StartAgreed | StartDateChanged)]
    return agreed[-1] if agreed else None


def start_changes(said: Sequence[PlacementEvent]) -> tuple[ShownStartChange, ...]:
    return tuple(
        ShownStartChange(was=each.was, starts_at=each.starts_at, reason=each.reason, by=each.by)
        for each in said
        if isinstance(each, StartDateChanged)
    )
