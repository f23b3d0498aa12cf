"""What can happen to who works with the child (R-27)."""

from typing import ClassVar

from domain.case.codes import WorkerChange
from domain.case.people import AllocationKind
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class Allocated(Event):
    """A social worker, team or personal adviser works with the child from here on."""

    stored_as: ClassVar[str] = "case.allocated.v1"

    kind: AllocationKind
    who: str
    since: When
    handover_note: Sealed[str | None] = None
    reason: WorkerChange | None = None
    allocated_by: Subject

    def effective(self) -> When:
        return self.since


class IROAssigned(Event):
    """An independent reviewing officer was named for the child."""

    stored_as: ClassVar[str] = "case.iro_assigned.v1"

    iro: Subject
    since: When
    assigned_by: Subject

    def effective(self) -> When:
        return self.since


class AllocationEnded(Event):
    """Nobody has this part in the case from here on."""

    stored_as: ClassVar[str] = "case.allocation_ended.v1"

    kind: AllocationKind
    on: When
    ended_by: Subject

    def effective(self) -> When:
        return self.on
