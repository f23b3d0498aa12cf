"""Finding one kind of event in a recorded history, for the chronology and the clocks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard, TypeVar

from domain.placement.events import (
    EndCorrected,
    ImmediateTermination,
    PlacementEnded,
    PlacementEndVoided,
    PlacementEvent,
    PlacementStarted,
    PlacementStartVoided,
    StartCorrected,
)
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded
from domain.shared.messages import Event

E = TypeVar("E", bound=Event)

History = Sequence[Recorded[PlacementEvent]]


def of_kind(history: History, kind: type[E]) -> Sequence[Recorded[E]]:
    """The events of one kind, in business order."""

    def is_kind(recorded: Recorded[PlacementEvent]) -> TypeGuard[Recorded[E]]:
        return isinstance(recorded.event, kind)

    return [recorded for recorded in in_business_order(history) if is_kind(recorded)]


def first_of(history: History, kind: type[E]) -> Recorded[E] | None:
    return next(iter(of_kind(history, kind)), None)


def last_word_on_start(history: History) -> Recorded[PlacementEvent] | None:
    """The start or, where it was corrected, the correction recorded last (6-05).

    None where it was another child's.
    """
    if is_voided(history):
        return None
    said = [
        recorded
        for recorded in history
        if isinstance(recorded.event, PlacementStarted | StartCorrected)
    ]
    return max(said, key=lambda recorded: recorded.position, default=None)


def is_voided(history: History) -> bool:
    """Whether all of it was recorded for the wrong child (6-03)."""
    return any(isinstance(recorded.event, PlacementStartVoided) for recorded in history)


def end_of(history: History) -> Recorded[PlacementEnded] | None:
    """The end with the last word on it, on the day of that word; none that never was (6-05)."""
    since = not_voided(history)
    end = next(iter(of_kind(since, PlacementEnded)), None)
    words = of_kind(since, EndCorrected)
    if end is None or not words:
        return end
    word = max(words, key=lambda each: each.version).event
    now = {name: getattr(word.now, name) for name in type(word.now).model_fields}
    told = now | {"override_reason": word.override_reason, "breaches": word.breaches}
    return replace(end, event=end.event.model_copy(update=told), effective_at=word.now.at)


def with_last_end(history: History) -> History:
    """The history with the end as it is believed to have been, and with none that never was."""
    end = end_of(history)
    others = [each for each in history if not isinstance(each.event, PlacementEnded)]
    return [*others, end] if end else others


def last_word_on_end(history: History) -> Recorded[PlacementEvent] | None:
    """The end, its last correction, or that there was none: whichever was recorded last."""
    kinds = (PlacementEnded, EndCorrected, PlacementEndVoided)
    said = [recorded for recorded in history if isinstance(recorded.event, kinds)]
    return max(said, key=lambda recorded: recorded.position, default=None)


def made_at_once(history: History) -> Recorded[ImmediateTermination] | None:
    """That an officer ended it at once, or owned to it, unless there was no such end."""
    return first_of(not_voided(history), ImmediateTermination)


def not_voided(history: History) -> History:
    """What was recorded since an end was last found to be none, of whatever is said of an end."""
    voided = of_kind(history, PlacementEndVoided)
    last = max((each.version for each in voided), default=0)
    return [each for each in history if each.version > last]
