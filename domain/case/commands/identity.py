"""What can be asked about who the child is."""

from datetime import date

from pydantic import Field

from domain.case.identity import Identity, IdentityChange
from domain.shared.envelope import GssCode
from domain.shared.messages import Command
from domain.shared.vocabulary import CaseId, Subject


class OpenCase(Command):
    """`possible_duplicates` are the cases that the register finds for this identity."""

    case_id: CaseId
    authority: GssCode
    identity: Identity
    possible_duplicates: tuple[CaseId, ...] = ()
    not_a_duplicate_because: str | None = None
    by: Subject


class AmendIdentity(Command):
    """Put right or add to what is known of who the child is."""

    change: IdentityChange
    reason: str = Field(min_length=1)
    by: Subject


class RecordUnaccompanied(Command):
    until: date | None = None


IdentityCommand = OpenCase | AmendIdentity | RecordUnaccompanied
