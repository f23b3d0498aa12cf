"""Finding one kind of event in a recorded history, for the chronology and the clocks."""

from collections.abc import Sequence
from typing import TypeGuard, TypeVar

from domain.placement.events import PlacementEvent, PlacementStarted, StartCorrected
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
    """The start or, where it was corrected, the correction recorded last (6-05)."""
    said = [
        recorded
        for recorded in history
        if isinstance(recorded.event, PlacementStarted | StartCorrected)
    ]
    return max(said, key=lambda recorded: recorded.position, default=None)
