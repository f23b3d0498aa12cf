"""What can happen to what is known of who the child is."""

from datetime import date
from typing import ClassVar

from domain.case.identity import Identity, IdentityChange
from domain.shared.envelope import GssCode
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import CaseId, Subject


class CaseOpened(Event):
    """The placements team has a record for this child.

    `not_duplicates` are the cases that looked like this child's and were said not to be.
    """

    stored_as: ClassVar[str] = "case.opened.v1"

    case_id: CaseId
    authority: GssCode
    identity: Identity
    not_duplicates: tuple[CaseId, ...] = ()
    not_a_duplicate_because: Sealed[str | None] = None
    opened_by: Subject


class IdentityAmended(Event):
    """A name, postcode, identifier or date of birth was put right or added."""

    stored_as: ClassVar[str] = "case.identity_amended.v1"

    change: IdentityChange
    reason: Sealed[str]
    amended_by: Subject


class UnaccompaniedRecorded(Event):
    """The child is an unaccompanied asylum seeker; the status ends on `until`, if known."""

    stored_as: ClassVar[str] = "case.unaccompanied_recorded.v1"

    until: Sealed[date | None] = None
