"""The envelope of an event: where it stands in the log, when, by whom, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, NewType, TypeVar
from uuid import UUID

from domain.shared.messages import Event, Value
from domain.shared.moments import begins

E_co = TypeVar("E_co", bound=Event, covariant=True)

StreamId = NewType("StreamId", str)
"""`{capability}-{id}`, as text: `case-0190…`, `clock-placement-0190…`."""

FileId = NewType("FileId", str)
"""Which file on the shelf a stream belongs to; its key seals what is personal in it."""

GssCode = NewType("GssCode", str)
"""A council, by its Office for National Statistics code: E06000015 is Derby."""


class Channel(StrEnum):
    """How a fact reached us. Imported and backfilled facts open no past clocks."""

    API = "api"
    PORTAL = "portal"
    IMPORT = "import"
    BACKFILL = "backfill"
    SYSTEM = "system"


class Actor(Value):
    """Who did it, in which role, for which authority; `on_behalf_of` when asked by another."""

    subject: str
    role: str
    authority: GssCode
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Generic[E_co]):
    """An event as the log holds it. `position` is its place among all events, in order."""

    event: E_co
    event_id: UUID
    stream: StreamId
    version: int
    position: int
    effective_at: date | datetime
    recorded_at: datetime
    actor: Actor
    channel: Channel
    file: FileId
    reason: str | None = None
    correlation: UUID | None = None
    causation: UUID | None = None
    command_key: str | None = None

    @property
    def order(self) -> tuple[datetime, int]:
        """Business order: by effect, and on the same day by place in the log."""
        return begins(self.effective_at), self.position
