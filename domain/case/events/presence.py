"""What can happen to where the child is. The placement goes on meanwhile (6-80)."""

from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed


class ChildMissing(Event):
    """Nobody knew where the child was from here on."""

    stored_as: ClassVar[str] = "case.child_missing.v1"

    since: When
    last_seen_by: Sealed[str | None] = None

    def effective(self) -> When:
        return self.since


class ChildAway(Event):
    """The child was away without authorisation from here on, but known where."""

    stored_as: ClassVar[str] = "case.child_away.v1"

    since: When
    last_seen_by: Sealed[str | None] = None

    def effective(self) -> When:
        return self.since


class ChildReturned(Event):
    """The child who was missing or away is back."""

    stored_as: ClassVar[str] = "case.child_returned.v1"

    at: When

    def effective(self) -> When:
        return self.at
