"""Which edition of a set was in force when.

An edition is in force from its day until the day of the next. Where two name the same
day, the one published last replaces the other.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.reference.events import ReferenceEvent
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded


class EditionInForce(Period):
    """An edition, from the day it is to be used until the day the next one is."""

    published: ReferenceEvent


def editions(history: Iterable[Recorded[ReferenceEvent]]) -> Sequence[EditionInForce]:
    """The editions that ever were, or will be, in force, oldest first."""
    last_word = {
        recorded.event.in_force_from: recorded
        for recorded in sorted(history, key=lambda recorded: recorded.position)
    }
    in_order = [last_word[day] for day in sorted(last_word)]
    following = (*in_order[1:], None)
    # With no edition at all there is a last `None` and nothing for it to follow.
    return [_in_force(this, after) for this, after in zip(in_order, following, strict=False)]


def edition_in_force(
    history: Iterable[Recorded[ReferenceEvent]], day: date
) -> ReferenceEvent | None:
    """The edition to decide with on a London day; none where the first came later."""
    return next((each.published for each in editions(history) if each.covers(day)), None)


def _in_force(
    this: Recorded[ReferenceEvent], following: Recorded[ReferenceEvent] | None
) -> EditionInForce:
    return EditionInForce(
        since=this.event.in_force_from,
        until=following.event.in_force_from if following else None,
        source=this.event_id,
        ended_by=following.event_id if following else None,
        published=this.event,
    )
