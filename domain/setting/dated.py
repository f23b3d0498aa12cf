"""What is true from one day until another; the entries that succeed or end each other."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar
from uuid import UUID

from domain.shared.messages import Value
from domain.shared.moments import within

NOBODY = UUID(int=0)
"""Stands for the event where none is named: deciding needs no source, the chronology does."""


class Dated(Value):
    """True on the days, or nights, from `from_` up to, and without, `until` (R-04).

    Without `until` it is true on every later day. `source` is the event that says so and
    `ended_by` the one that ended it early.
    """

    from_: date
    until: date | None = None
    source: UUID = NOBODY
    ended_by: UUID | None = None

    def covers(self, day: date) -> bool:
        return within(day, self.from_, self.until)


def words_on(entries: Iterable[Dated], day: date) -> Iterator[UUID]:
    """The events on whose word something begins or ends on a day."""
    for entry in entries:
        if entry.from_ == day:
            yield entry.source
        elif entry.until == day:
            yield entry.ended_by or entry.source


D = TypeVar("D", bound=Dated)


def succeed(entries: tuple[D, ...], new: D) -> tuple[D, ...]:
    """Each entry holds until the next begins; one from the same day replaces the older."""
    others = [entry for entry in entries if entry.from_ != new.from_]
    line = sorted([*others, new], key=lambda entry: entry.from_)
    following = [*line[1:], None]
    return tuple(
        entry if after is None else _cut(entry, after.from_, after.source)
        for entry, after in zip(line, following, strict=True)
    )


def cease(entries: tuple[D, ...], day: date, by: UUID) -> tuple[D, ...]:
    """End everything on a day, and drop what would only have begun then or later."""
    return tuple(_cut(entry, day, by) for entry in entries if entry.from_ < day)


def _cut(entry: D, day: date, by: UUID) -> D:
    if entry.until is not None and entry.until <= day:
        return entry
    return entry.model_copy(update={"until": day, "ended_by": by})
