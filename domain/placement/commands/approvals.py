"""What can be asked about the approvals that a placement waits for."""

from datetime import date

from pydantic import AwareDatetime, Field

from domain.placement.approving import AT_ONCE, ApprovalKind, Considered, Matter
from domain.placement.carers import LONGEST_EXTENSION
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Command
from domain.shared.officers import KnownRoles
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class RecordMatters(Command):
    """Record what was seen to of all that an approver has to be satisfied of.

    It may have been while a home was looked for: not before the child was `born_on` (R-159).
    """

    matters: tuple[Considered, ...]
    by: Subject
    born_on: date | None = None


class RequestApproval(Command):
    """Ask for an approval; `because` says why this home, and not one nearer."""

    kind: ApprovalKind
    because: str
    by: Subject


class WithdrawApprovalRequest(Command):
    """Say that it was asked for by mistake, with somebody else's approval."""

    kind: ApprovalKind
    because: str
    approved_by: Subject
    by: Subject


class GrantApproval(Command):
    """Approve, in a role that may.

    In an `emergency` only `at_once` has to be settled, and the rest within days. It may be
    given by telephone then: `word` is the officer's, and says who wrote it down;
    `officer_roles` are that officer's by the council's list, `asked_at` is when it was asked
    for. `weeks` are more for a connected person; `too_late` is whether those that they had are
    over.
    """

    kind: ApprovalKind
    emergency: bool = False
    placed_in_emergency: bool = False
    at_once: frozenset[Matter] = AT_ONCE
    by: Subject
    role: RoleName
    word: VerbalAuthority | None = None
    asked_at: AwareDatetime | None = None
    officer_roles: KnownRoles = None
    weeks: int | None = Field(default=None, ge=1, le=LONGEST_EXTENSION)
    too_late: bool = False


class RefuseApproval(Command):
    """Do not approve, or no longer, and say why.

    `needed` is whose approval the home needs where it lies.
    """

    kind: ApprovalKind
    because: str
    needed: ApprovalNeeded | None = None
    by: Subject
    role: RoleName


ApprovalCommand = (
    RecordMatters | RequestApproval | WithdrawApprovalRequest | GrantApproval | RefuseApproval
)
