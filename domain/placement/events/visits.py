"""What can happen about visits to the child where it lives, and how long it is to stay."""

from typing import ClassVar

from domain.placement.visit import Visit
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import EventId, Subject


class ChildVisited(Event):
    """A social worker saw the child: the next visit is counted from here."""

    stored_as: ClassVar[str] = "placement.child_visited.v1"

    visit: Visit
    by: Subject

    def effective(self) -> When:
        return self.visit.on


class VisitAttempted(Event):
    """A social worker came and did not see the child. No clock is met by it."""

    stored_as: ClassVar[str] = "placement.visit_attempted.v1"

    visit: Visit
    by: Subject

    def effective(self) -> When:
        return self.visit.on


class VisitCorrected(Event):
    """What is on record of a visit was wrong; no `now` means that there was no such visit."""

    stored_as: ClassVar[str] = "placement.visit_corrected.v1"

    corrects: EventId
    was: Visit
    now: Visit | None
    reason: Sealed[str]
    approved_by: Subject
    by: Subject

    def effective(self) -> When:
        return self.now.on if self.now else self.was.on


class LengthIntended(Event):
    """From here on the placement was meant to last until the child is 18, or no longer so."""

    stored_as: ClassVar[str] = "placement.length_intended.v1"

    until_18: bool
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


VisitEvent = ChildVisited | VisitAttempted | VisitCorrected | LengthIntended
