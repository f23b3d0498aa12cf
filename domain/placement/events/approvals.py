"""What can happen about the approvals that a placement waits for (docs/domain/02, 2.11)."""

from typing import ClassVar

from domain.placement.approving import ApprovalKind, Considered, Matter
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When, begins
from domain.shared.personal import Sealed
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class MattersConsidered(Event):
    """What an approver is to be satisfied of was seen to, each on its own day."""

    stored_as: ClassVar[str] = "placement.matters_considered.v1"

    matters: tuple[Considered, ...]
    by: Subject

    def effective(self) -> When | None:
        return max((each.on for each in self.matters), key=begins, default=None)


class ApprovalRequested(Event):
    """Somebody is asked to approve, and told why this home."""

    stored_as: ClassVar[str] = "placement.approval_requested.v1"

    kind: ApprovalKind
    because: Sealed[str]
    by: Subject


class ApprovalGranted(Event):
    """Approved by name and role. In an emergency `outstanding` is what is still to be settled.

    A `word` was given by telephone: it says when, and who wrote it down. `weeks` are
    more for a connected person who is approved for a while.
    """

    stored_as: ClassVar[str] = "placement.approval_granted.v1"

    kind: ApprovalKind
    emergency: bool
    outstanding: tuple[Matter, ...]
    by: Subject
    role: RoleName
    word: VerbalAuthority | None = None
    weeks: int | None = None

    def effective(self) -> When | None:
        return self.word.given_at if self.word else None


class ApprovalRefused(Event):
    """Not approved, with why; what that means for a child who lives there already is a breach.

    `start_stands` says that the start had been agreed, and waits for this approval again;
    `taken_back` that it had been given in full.
    """

    stored_as: ClassVar[str] = "placement.approval_refused.v1"

    kind: ApprovalKind
    because: Sealed[str]
    by: Subject
    role: RoleName
    start_stands: bool = False
    taken_back: bool = False
    breaches: tuple[Breach, ...] = ()


class ApprovalRequestWithdrawn(Event):
    """It was asked for by mistake: nobody is asked any more, and nothing was decided."""

    stored_as: ClassVar[str] = "placement.approval_request_withdrawn.v1"

    kind: ApprovalKind
    because: Sealed[str]
    approved_by: Subject
    by: Subject


ApprovalEvent = (
    MattersConsidered
    | ApprovalRequested
    | ApprovalRequestWithdrawn
    | ApprovalGranted
    | ApprovalRefused
)
