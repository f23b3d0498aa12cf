"""The start of a placement as it is shown: agreed for, put to another day, and come."""

from collections.abc import Sequence

from application.placement.shown import ShownStart, ShownStartChange
from domain.placement import PlacementEvent
from domain.placement.events import PlacementStarted, StartAgreed, StartDateChanged
from domain.placement.history import History, last_word_on_start
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


def start_shown(known: History) -> ShownStart | None:
    word = last_word_on_start(known)
    for first in known:
        if isinstance(first.event, PlacementStarted) and word is not None:
            return ShownStart(
                at=word.effective_at,
                recorded_first_as=first.effective_at,
                event_id=first.event_id,
                corrects_next=word.event_id,
                unlisted=first.event.unlisted,
                breaches=first.event.breaches,
            )
    return None
