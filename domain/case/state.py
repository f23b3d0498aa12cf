"""What a case must remember in order to decide, and nothing more.

Each line of facts is kept as it was told and asked by its days, so that what comes in
late is judged against what was true then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.case.avoidance import AreaId
from domain.case.ceasing import Ceasing, CeasingStanding
from domain.case.connections import ConnectionId
from domain.case.documents import Document, DocumentId
from domain.case.events import (
    Allocated,
    AllocationEnded,
    AreaToAvoidLifted,
    AreaToAvoidRecorded,
    BecameLookedAfter,
    CarePlanPrepared,
    CaseEvent,
    CaseOpened,
    CeasedLookedAfter,
    CeasingApproved,
    CeasingEvent,
    CeasingRefused,
    CeasingRequested,
    ChildAway,
    ChildDied,
    ChildMissing,
    ChildReturned,
    ConnectionEnded,
    ConnectionRecorded,
    DisputeEvent,
    DocumentAdded,
    HomeSought,
    IdentityAmended,
    InterviewEvent,
    IROAssigned,
    LegalStatusChanged,
    LegalStatusCorrected,
    MatrixAssessed,
    PathwayEvent,
    PoliceTold,
    ResidentialPanelDecided,
    ReviewingEvent,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
    UnaccompaniedRecorded,
)
from domain.case.facts import allocation, legal_fact, presence
from domain.case.legal import LegalFact, corrected
from domain.case.people import Allocation
from domain.case.presence import Presence
from domain.case.review import Dispute, DisputeId, Review, ReviewId
from domain.case.reviewed import with_dispute, with_review
from domain.shared.errors import CorruptHistory
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True)
class NotOpened:
    """The placements team has no record of this child."""


@dataclass(frozen=True, slots=True)
class HeldConnection:
    """Something around the child, and whether it is so still."""

    since: When
    ended: bool = False


@dataclass(frozen=True, slots=True)
class HeldArea:
    """An area to avoid, who recorded it, and whether it was lifted."""

    since: When
    by: Subject
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """The placements team works with this child.

    `alone` is whether it came unaccompanied. `reviews` are those that were scheduled or held
    under an id, and how far they have come; `reviewed` is when any was held.
    """

    born_on: date | Erased
    alone: bool = False
    legal: tuple[LegalFact, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    presence: tuple[Presence, ...] = ()
    died: bool = False
    ceasing: Ceasing | None = None
    reviewed: tuple[When, ...] = ()
    reviews: Mapping[ReviewId, Review] = field(default_factory=dict)
    disputes: Mapping[DisputeId, Dispute] = field(default_factory=dict)
    connections: Mapping[ConnectionId, HeldConnection] = field(default_factory=dict)
    areas: Mapping[AreaId, HeldArea] = field(default_factory=dict)
    documents: Mapping[DocumentId, Document] = field(default_factory=dict)


Case = NotOpened | Open

OverTimeEvent = (
    StatutoryReviewScheduled
    | StatutoryReviewHeld
    | ReviewingEvent
    | DisputeEvent
    | PathwayEvent
    | ResidentialPanelDecided
)


NOTHING_TO_REMEMBER = MatrixAssessed | HomeSought | CarePlanPrepared | PoliceTold | InterviewEvent
"""Facts on which no decision of the case rests."""


def evolve(case: Case, event: CaseEvent) -> Case:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match case, event:
        case NotOpened(), CaseOpened():
            who = event.identity
            return Open(born_on=who.accepted_birth.born_on, alone=who.unaccompanied is not None)
        case Open(), IdentityAmended() | UnaccompaniedRecorded():
            return _with_identity(case, event)
        case Open(), Allocated() | IROAssigned() | AllocationEnded():
            return replace(case, allocations=(*case.allocations, allocation(event)))
        case Open(), BecameLookedAfter() | LegalStatusChanged() | CeasedLookedAfter():
            return _with_legal(case, event)
        case Open(), _ if isinstance(event, CeasingEvent):
            return replace(case, ceasing=_ceasing(case.ceasing, event))
        case Open(), LegalStatusCorrected() if event.was in case.legal:
            return replace(case, legal=corrected(case.legal, event.was, event.now))
        case Open(), ChildMissing() | ChildAway() | ChildReturned() | ChildDied():
            return _with_presence(case, event)
        case Open(), _ if isinstance(event, OverTimeEvent):
            return _over_time(case, event)
        case Open(), ConnectionRecorded() | ConnectionEnded():
            return _with_connection(case, event)
        case Open(), AreaToAvoidRecorded() | AreaToAvoidLifted():
            return _with_area(case, event)
        case Open(), DocumentAdded(document=document):
            return replace(case, documents={**case.documents, document.document_id: document})
        case Open(), _ if isinstance(event, NOTHING_TO_REMEMBER):
            return case
        case _:
            raise CorruptHistory(case, event)


def _with_identity(case: Open, event: IdentityAmended | UnaccompaniedRecorded) -> Open:
    if isinstance(event, UnaccompaniedRecorded):
        return replace(case, alone=True)
    birth, alone = event.change.birth_date, event.change.unaccompanied is not None
    case = replace(case, alone=case.alone or alone)
    return replace(case, born_on=birth.born_on) if birth and birth.accepted else case


def _with_legal(
    case: Open, event: BecameLookedAfter | LegalStatusChanged | CeasedLookedAfter
) -> Open:
    """What was asked before the council stopped is of that period of care alone."""
    over = isinstance(event, CeasedLookedAfter)
    legal = (*case.legal, legal_fact(event))
    return replace(case, legal=legal, ceasing=None if over else case.ceasing)


def _ceasing(held: Ceasing | None, event: CeasingEvent) -> Ceasing | None:
    match event:
        case CeasingRequested():
            assessed = event.assessed_on is not None and event.assessment is not None
            asked = CeasingStanding.ASKED
            return Ceasing(asked, event.reason, event.on, assessed, event.by)
        case CeasingApproved():
            return held and replace(held, standing=CeasingStanding.APPROVED)
        case CeasingRefused():
            return held and replace(held, standing=CeasingStanding.REFUSED)


def _over_time(case: Open, event: OverTimeEvent) -> Open:
    if isinstance(event, PathwayEvent | ResidentialPanelDecided):
        return case
    if isinstance(event, DisputeEvent):
        return replace(case, disputes=with_dispute(case.disputes, event))
    if isinstance(event, StatutoryReviewHeld):
        case = replace(case, reviewed=(*case.reviewed, event.on))
    return replace(case, reviews=with_review(case.reviews, event))


def _with_presence(case: Open, event: ChildMissing | ChildAway | ChildReturned | ChildDied) -> Open:
    if isinstance(event, ChildDied):
        return replace(case, died=True)
    return replace(case, presence=(*case.presence, presence(event)))


def _with_connection(case: Open, event: ConnectionRecorded | ConnectionEnded) -> Open:
    if isinstance(event, ConnectionRecorded):
        key, held = event.connection.connection_id, HeldConnection(event.connection.since)
    else:
        key, held = event.connection_id, replace(case.connections[event.connection_id], ended=True)
    return replace(case, connections={**case.connections, key: held})


def _with_area(case: Open, event: AreaToAvoidRecorded | AreaToAvoidLifted) -> Open:
    match event:
        case AreaToAvoidRecorded(area=area, by=by):
            key, held = area.area_id, HeldArea(area.since, by)
        case AreaToAvoidLifted(area_id=key) if key in case.areas:
            held = replace(case.areas[key], ended=True)
        case _:
            raise CorruptHistory(case, event)
    return replace(case, areas={**case.areas, key: held})
