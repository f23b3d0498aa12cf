"""What can be asked of a case. Personal data is plain here and sealed in the events."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from domain.case.avoidance import AreaId, AreaToAvoid
from domain.case.ceasing import CeasingCommand
from domain.case.codes import CategoryOfNeed, CeasingReason, Participation, WorkerChange
from domain.case.connections import Connection, ConnectionId
from domain.case.documents import DocumentId, DocumentKind, MediaType, Sha256
from domain.case.identity import Identity, IdentityChange
from domain.case.interviews import InterviewStep, Return
from domain.case.legal import LegalFact, NationalCode, is_in_care
from domain.case.panels import NotePanelDecision
from domain.case.pathway import PathwayCommand
from domain.case.people import AllocationKind
from domain.case.plans import PlanParty
from domain.case.review import ReviewId
from domain.case.reviewing import DisputeCommand, ReviewingCommand
from domain.shared.code_lists import Code
from domain.shared.envelope import GssCode
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, EventId, LegalStatus, ReferralId, Subject


def _in_care(legal_status: LegalStatus) -> LegalStatus:
    if not is_in_care(legal_status):
        raise ValueError("nobody is looked after under this legal status")
    return legal_status


InCareStatus = Annotated[LegalStatus, AfterValidator(_in_care)]


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


class Allocate(Command):
    """`who` is an officer, or the code of a team. The reason is for social workers only."""

    kind: Literal[
        AllocationKind.SOCIAL_WORKER, AllocationKind.TEAM, AllocationKind.PERSONAL_ADVISER
    ]
    who: str = Field(min_length=1)
    since: When
    handover_note: str | None = None
    reason: WorkerChange | None = None
    by: Subject


class AssignIRO(Command):
    """Name the independent reviewing officer of the case."""

    iro: Subject
    since: When
    by: Subject


class EndAllocation(Command):
    kind: AllocationKind
    on: When
    by: Subject


class RecordBecameLookedAfter(Command):
    legal_status: InCareStatus
    on: When
    category_of_need: CategoryOfNeed
    national_code: NationalCode | None = None


class RecordLegalStatusChange(Command):
    legal_status: LegalStatus
    on: When
    national_code: NationalCode | None = None


class RecordCeasedLookedAfter(Command):
    """Where another system holds the decision (`decided_elsewhere`), its gates are not asked."""

    on: When
    reason: CeasingReason
    decided_elsewhere: bool = False


class CorrectLegalStatus(Command):
    """Put a recorded legal status, its date, or both right.

    `corrects` is the event, itself perhaps a correction, and `standing` what is believed
    on its word today: `corrections.standing_fact` finds it.
    """

    corrects: EventId
    standing: LegalFact
    legal_status: LegalStatus | None = None
    national_code: NationalCode | None = None
    on: When | None = None
    reason: str = Field(min_length=1)
    approved_by: Subject
    by: Subject


class NoteHomeSought(Command):
    """Say in the child's file that a request for a home was begun."""

    referral_id: ReferralId


class RecordMatrix(Command):
    """Support by the needs matrix, in half hours a week, so that 50 means 25 hours (R-12)."""

    half_hours: int = Field(ge=0, strict=True)
    bespoke_24_7_approved_by: Subject | None = None
    score: int | None = None
    on: When
    by: Subject


class ScheduleStatutoryReview(Command):
    """Plan a review, or plan one of that id for another day."""

    review_id: ReviewId
    on: date


class RecordStatutoryReviewHeld(Command):
    """`review_id` is none for a review that was never scheduled here: it is kept as `unplanned`."""

    review_id: ReviewId | None = None
    unplanned: ReviewId | None = None
    on: When
    participation: Participation | None
    chaired_by: Subject | None = None
    views: str | None = None
    outcome: str | None = None


class RecordMissing(Command):
    since: When
    last_seen_by: str | None = None


class RecordAwayWithoutAuthorisation(Command):
    since: When
    last_seen_by: str | None = None


class RecordReturned(Command):
    at: When


class RecordPoliceTold(Command):
    """Record that the police were told that the child is missing, with their reference."""

    at: When
    reference: str
    by: Subject


class RecordReturnInterview(Command):
    """Record that an interview about these returns was offered, held or declined.

    One that was held names who held it, and whether that is somebody independent of the home.
    """

    step: InterviewStep
    returns: tuple[Return, ...]
    on: When
    interviewer: str | None = None
    independent: bool | None = None
    said: str | None = None
    why: Code | None = None
    by: Subject


class RecordDeath(Command):
    on: When
    by: Subject


class RecordConnection(Command):
    """Put a relative, an address, a school or a number of the child on record."""

    connection: Connection
    by: Subject


class AddDocument(Command):
    """Put a document on record, or the next version of the one that it replaces."""

    document_id: DocumentId
    kind: DocumentKind
    title: str = Field(min_length=1)
    replaces: DocumentId | None = None
    sha256: Sha256
    media_type: MediaType
    size: int
    by: Subject


class RecordCarePlan(Command):
    """Record that a care plan was prepared; who agreed to it, or the code of why nobody did."""

    on: When
    agreed_with: tuple[PlanParty, ...] = ()
    not_agreed: Code | None = None
    document_id: DocumentId | None = None
    by: Subject


class EndConnection(Command):
    connection_id: ConnectionId
    on: When
    by: Subject


class RecordAreaToAvoid(Command):
    """Keep the child away from an area."""

    area: AreaToAvoid
    by: Subject


class LiftAreaToAvoid(Command):
    area_id: AreaId
    on: When
    reason: str
    by: Subject


CaseCommand = (
    OpenCase
    | AmendIdentity
    | RecordUnaccompanied
    | Allocate
    | AssignIRO
    | EndAllocation
    | RecordBecameLookedAfter
    | RecordLegalStatusChange
    | RecordCeasedLookedAfter
    | CorrectLegalStatus
    | CeasingCommand
    | NoteHomeSought
    | RecordMatrix
    | ScheduleStatutoryReview
    | RecordStatutoryReviewHeld
    | ReviewingCommand
    | DisputeCommand
    | RecordCarePlan
    | PathwayCommand
    | NotePanelDecision
    | RecordMissing
    | RecordAwayWithoutAuthorisation
    | RecordReturned
    | RecordPoliceTold
    | RecordDeath
    | RecordReturnInterview
    | RecordConnection
    | EndConnection
    | RecordAreaToAvoid
    | LiftAreaToAvoid
    | AddDocument
)
