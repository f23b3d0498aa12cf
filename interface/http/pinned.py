"""What every page of a list of the registers asks: as the first page did, so that all agree."""

from collections.abc import Callable, Sequence
from typing import Any, Self, TypeVar
from uuid import UUID

from pydantic import BaseModel

from application.shared.asking import AsOf
from interface.http.asking import Asked, Day, Instant
from interface.http.dependencies import Caller
from interface.http.paging import Number, opened, written

T = TypeVar("T")


class Pinned(BaseModel):
    """A question pinned to a position; `after` is the last line of the page before."""

    position: Number
    day: Day
    at: Instant
    known_at: Instant | None
    after: UUID | None = None

    @property
    def of(self) -> AsOf:
        return AsOf(day=self.day, position=self.position, at=self.at)

    def beyond(self, last: UUID) -> str:
        """The cursor of the page that begins after a line."""
        return written(self.model_copy(update={"after": last}))

    def after_these(self, found: Sequence[T], limit: int, line: Callable[[T], UUID]) -> str | None:
        """The cursor of the next page, where more was found than this one shows."""
        return self.beyond(line(found[limit - 1])) if len(found) > limit else None

    @classmethod
    def question(cls, caller: Caller, asked: Asked, cursor: str | None, **more: Any) -> Self:
        """What this page asks; a cursor speaks for everything that the first page asked."""
        if cursor is not None:
            return opened(cursor, cls)
        of = asked.of
        position = of.position_of(caller.service.log_times)
        told = {"day": of.day, "at": of.at, "known_at": asked.known_at} | more
        return cls(position=position, **told)
