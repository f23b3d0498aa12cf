"""What capabilities are made of: values, commands that ask, events that tell."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from domain.shared.moments import When


class Value(BaseModel):
    """Equal by content, frozen, and closed to fields that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Command(Value):
    """A request, named in the imperative. The domain may refuse it."""


class Milestone(StrEnum):
    """The five steps that everybody follows a case by."""

    REFERRED = "referred"
    OFFERED = "offered"
    PLACED = "placed"
    REVIEWED = "reviewed"
    ENDED = "ended"


class Event(Value):
    """A fact, named in the past tense. It is never changed and never refused."""

    stored_as: ClassVar[str]
    """The name in the event store. It outlives any renaming of the class."""

    milestone: ClassVar[Milestone | None] = None
    """Which of the five milestones this event marks, if any."""

    def effective(self) -> When | None:
        """When this was true in the world; none means the moment it was recorded."""
        return None
