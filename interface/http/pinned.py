"""What every page of a list of the registers asks: as the first page did, so that all agree."""

from typing import Any, Self
from uuid import UUID

from pydantic import BaseModel

from application.shared.asking import AsOf
from interface.http.asking import Asked, Day, Instant
from interface.http.dependencies import Caller
from interface.http.paging import Number, opened, written


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

    @classmethod
    def question(cls, caller: Caller, asked: Asked, cursor: str | None, **more: Any) -> Self:
        """What this page asks; a cursor speaks for everything that the first page asked."""
        if cursor is not None:
            return opened(cursor, cls)
        of, newest = asked.of, caller.service.log_times.newest()
        position = newest if of.position is None else of.position
        told = {"day": of.day, "at": of.at, "known_at": asked.known_at} | more
        return cls(position=position, **told)
