"""Plausible children and what happens to them. A test names only what it is about."""

from datetime import date
from uuid import UUID

from domain.case import CaseCommand, CaseEvent, decider
from domain.case.codes import CategoryOfNeed, CeasingReason, Ethnicity, Participation, Sex
from domain.case.commands import (
    Allocate,
    AssignIRO,
    CorrectLegalStatus,
    OpenCase,
    RecordBecameLookedAfter,
    RecordCeasedLookedAfter,
    RecordLegalStatusChange,
    RecordMatrix,
)
from domain.case.events import (
    Allocated,
    BecameLookedAfter,
    CaseOpened,
    CeasedLookedAfter,
    ChildMissing,
    ChildReturned,
    IROAssigned,
    LegalStatusChanged,
    LegalStatusCorrected,
    MatrixAssessed,
    StatutoryReviewHeld,
)
from domain.case.identity import BirthDate, BirthDateKind, Identifier, Identity
from domain.case.legal import LegalFact, LegalStep
from domain.case.people import AllocationKind
from domain.case.state import Case as CaseState
from domain.shared.envelope import GssCode
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import CaseId, EventId, LegalStatus, Subject, age_on
from tests.support.scenario import Case

CASE = CaseId(UUID(int=1))
LOOKALIKE = CaseId(UUID(int=2))
DERBY = GssCode("E06000015")
SECOND_EVENT = EventId(UUID(int=102))
"""What `tests.support.clocks.log` calls the event after the opening."""

BORN = date(2012, 5, 17)
MONDAY = date(2026, 3, 2)

WORKER = Subject("social-worker")
MANAGER = Subject("team-manager")
REVIEWER = Subject("reviewing-officer")
STEWARD = Subject("data-steward")
REVIEW_SERVICE = Subject("review-service")

case = Case[CaseCommand, CaseState, CaseEvent](decider)


def birth(
    born_on: date = BORN,
    kind: BirthDateKind = BirthDateKind.DOCUMENTED,
    *,
    accepted: bool = True,
) -> BirthDate:
    return BirthDate(
        born_on=born_on,
        kind=kind,
        source="birth certificate",
        recorded_on=MONDAY,
        accepted=accepted,
    )


def identity(*births: BirthDate, full_name: str | None = "Amina Yusuf Khan") -> Identity:
    return Identity(
        full_name=full_name,
        known_as=("Mina",),
        birth_dates=births or (birth(),),
        sex=Sex.FEMALE,
        ethnicity=Ethnicity.PAKISTANI,
        identifiers=(Identifier(kind="ssda903_child", value="566910"),),
        home_postcode="DE1 2FS",
    )


def open_case(
    known: Identity | None = None,
    possible_duplicates: tuple[CaseId, ...] = (),
    not_a_duplicate_because: str | None = None,
) -> OpenCase:
    return OpenCase(
        case_id=CASE,
        authority=DERBY,
        identity=known or identity(),
        possible_duplicates=possible_duplicates,
        not_a_duplicate_because=not_a_duplicate_because,
        by=WORKER,
    )


def case_opened(known: Identity | None = None, born_on: date = BORN) -> CaseOpened:
    return CaseOpened(
        case_id=CASE,
        authority=DERBY,
        identity=known or identity(birth(born_on)),
        opened_by=WORKER,
    )


def become(
    on: When = MONDAY, legal_status: LegalStatus = LegalStatus.ACCOMMODATED
) -> RecordBecameLookedAfter:
    return RecordBecameLookedAfter(
        legal_status=legal_status, on=on, category_of_need=CategoryOfNeed.ABUSE_OR_NEGLECT
    )


def became(
    on: When = MONDAY,
    legal_status: LegalStatus = LegalStatus.ACCOMMODATED,
    born_on: date = BORN,
    national_code: str | None = None,
) -> BecameLookedAfter:
    return BecameLookedAfter(
        legal_status=legal_status,
        on=on,
        category_of_need=CategoryOfNeed.ABUSE_OR_NEGLECT,
        national_code=national_code,
        age_in_years=age_on(born_on, london_day(on)),
    )


def change(on: When, legal_status: LegalStatus = LegalStatus.CARE_ORDER) -> RecordLegalStatusChange:
    return RecordLegalStatusChange(legal_status=legal_status, on=on)


def changed(on: When, legal_status: LegalStatus = LegalStatus.CARE_ORDER) -> LegalStatusChanged:
    return LegalStatusChanged(legal_status=legal_status, on=on)


def cease(
    on: When, reason: CeasingReason = CeasingReason.HOME_TO_PARENTS_UNPLANNED
) -> RecordCeasedLookedAfter:
    return RecordCeasedLookedAfter(on=on, reason=reason)


def ceased(
    on: When,
    reason: CeasingReason = CeasingReason.HOME_TO_PARENTS_UNPLANNED,
) -> CeasedLookedAfter:
    return CeasedLookedAfter(on=on, reason=reason, age_in_years=age_on(BORN, london_day(on)))


def began(since: When = MONDAY, legal_status: LegalStatus = LegalStatus.ACCOMMODATED) -> LegalFact:
    return LegalFact(step=LegalStep.BEGAN, since=since, legal_status=legal_status)


def ending(since: When) -> LegalFact:
    return LegalFact(step=LegalStep.CEASED, since=since, legal_status=LegalStatus.NOT_LOOKED_AFTER)


def altering(since: When, legal_status: LegalStatus = LegalStatus.CARE_ORDER) -> LegalFact:
    return LegalFact(step=LegalStep.CHANGED, since=since, legal_status=legal_status)


def correct(
    standing: LegalFact,
    *,
    on: When | None = None,
    legal_status: LegalStatus | None = None,
    approved_by: Subject = STEWARD,
) -> CorrectLegalStatus:
    return CorrectLegalStatus(
        corrects=SECOND_EVENT,
        standing=standing,
        legal_status=legal_status,
        on=on,
        reason="The order was misread.",
        approved_by=approved_by,
        by=WORKER,
    )


def corrected(
    was: LegalFact, now: LegalFact, corrects: EventId = SECOND_EVENT
) -> LegalStatusCorrected:
    return LegalStatusCorrected(
        corrects=corrects,
        was=was,
        now=now,
        age_in_years=age_on(BORN, london_day(now.since)),
        reason="The order was misread.",
        approved_by=STEWARD,
        corrected_by=WORKER,
    )


def allocate(who: str = WORKER, since: When = MONDAY, *, by: Subject = MANAGER) -> Allocate:
    return Allocate(kind=AllocationKind.SOCIAL_WORKER, who=who, since=since, by=by)


def allocated(
    who: str = WORKER,
    since: When = MONDAY,
    kind: AllocationKind = AllocationKind.SOCIAL_WORKER,
    *,
    by: Subject = MANAGER,
) -> Allocated:
    return Allocated(kind=kind, who=who, since=since, allocated_by=by)


def assign_iro(iro: Subject = REVIEWER, *, by: Subject = REVIEW_SERVICE) -> AssignIRO:
    return AssignIRO(iro=iro, since=MONDAY, by=by)


def iro_assigned(iro: Subject = REVIEWER) -> IROAssigned:
    return IROAssigned(iro=iro, since=MONDAY, assigned_by=REVIEW_SERVICE)


def record_matrix(half_hours: int, *, approved_by: Subject | None = None) -> RecordMatrix:
    return RecordMatrix(
        half_hours=half_hours, bespoke_24_7_approved_by=approved_by, on=MONDAY, by=WORKER
    )


def matrix(half_hours: int, on: When = MONDAY) -> MatrixAssessed:
    return MatrixAssessed(half_hours=half_hours, on=on, assessed_by=WORKER)


def reviewed(on: When) -> StatutoryReviewHeld:
    return StatutoryReviewHeld(
        on=on, participation=Participation.SPOKE, age_in_years=age_on(BORN, london_day(on))
    )


def missing(since: When) -> ChildMissing:
    return ChildMissing(since=since)


def returned(at: When) -> ChildReturned:
    return ChildReturned(at=at)
