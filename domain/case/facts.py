"""An event as the dated fact that it tells of."""

from domain.case.events import (
    Allocated,
    AllocationEnded,
    BecameLookedAfter,
    CeasedLookedAfter,
    ChildAway,
    ChildMissing,
    ChildReturned,
    IROAssigned,
    LegalStatusChanged,
)
from domain.case.legal import LegalFact, LegalStep
from domain.case.people import Allocation, AllocationKind
from domain.case.presence import Absence, Presence
from domain.shared.vocabulary import LegalStatus


def allocation(event: Allocated | IROAssigned | AllocationEnded) -> Allocation:
    match event:
        case Allocated(kind=kind, who=who, since=since, allocated_by=by):
            return Allocation(kind=kind, who=who, since=since, by=by)
        case IROAssigned(iro=iro, since=since, assigned_by=by):
            return Allocation(kind=AllocationKind.IRO, who=iro, since=since, by=by)
        case AllocationEnded(kind=kind, on=on, ended_by=by):
            return Allocation(kind=kind, who=None, since=on, by=by)


def legal_fact(event: BecameLookedAfter | LegalStatusChanged | CeasedLookedAfter) -> LegalFact:
    match event:
        case BecameLookedAfter(legal_status=status, on=on, national_code=code):
            return LegalFact(
                step=LegalStep.BEGAN, since=on, legal_status=status, national_code=code
            )
        case LegalStatusChanged(legal_status=status, on=on, national_code=code):
            return LegalFact(
                step=LegalStep.CHANGED, since=on, legal_status=status, national_code=code
            )
        case CeasedLookedAfter(on=on):
            status = LegalStatus.NOT_LOOKED_AFTER
            return LegalFact(step=LegalStep.CEASED, since=on, legal_status=status)


def presence(event: ChildMissing | ChildAway | ChildReturned) -> Presence:
    match event:
        case ChildMissing(since=since):
            return Presence(absence=Absence.MISSING, since=since)
        case ChildAway(since=since):
            return Presence(absence=Absence.AWAY, since=since)
        case ChildReturned(at=at):
            return Presence(absence=None, since=at)
