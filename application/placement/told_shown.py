"""Who was told where the child lives, that it ended, or was left out, as it is shown."""

from collections.abc import Iterator
from typing import Any

from application.placement.shown import ShownTold, WordGiven
from domain.placement.events import (
    AreaAuthorityNotified,
    NotificationSent,
    PlacementEvent,
    RecipientExcluded,
    TerminationNotified,
)
from domain.placement.history import History
from domain.shared.chronology import in_business_order

NOTHING: dict[str, Any] = {
    "kind": None,
    "who": None,
    "means": None,
    "council": None,
    "contents": (),
    "why": None,
    "because": None,
    "breaches": (),
}


def told_of(history: History) -> tuple[ShownTold, ...]:
    """In the order in which they were told."""
    told = (each.event for each in in_business_order(history))
    return tuple(shown for event in told for shown in _shown(event))


def _shown(event: PlacementEvent) -> Iterator[ShownTold]:
    match event:
        case NotificationSent() | TerminationNotified():
            of = WordGiven.START if isinstance(event, NotificationSent) else WordGiven.END
            yield ShownTold(
                **NOTHING | dict(event.to) | {"means": event.means, "breaches": event.breaches},
                of=of,
                on=event.on,
                by=event.by,
            )
        case AreaAuthorityNotified():
            given = {"means": event.means, "council": event.council, "contents": event.contents}
            yield ShownTold(**NOTHING | given, of=WordGiven.START, on=event.on, by=event.by)
        case RecipientExcluded():
            left = dict(event.recipient) | {"why": event.why, "because": event.because}
            yield ShownTold(**NOTHING | left, of=WordGiven.LEFT_OUT, on=event.on, by=event.by)
        case _:
            return
