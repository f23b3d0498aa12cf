"""What can happen to a case, by topic."""

from domain.case.events.avoidance import AreaToAvoidLifted, AreaToAvoidRecorded
from domain.case.events.care import (
    BecameLookedAfter,
    CeasedLookedAfter,
    LegalStatusChanged,
    LegalStatusCorrected,
)
from domain.case.events.ceasing import (
    CeasingApproved,
    CeasingEvent,
    CeasingRefused,
    CeasingRequested,
)
from domain.case.events.connections import ConnectionEnded, ConnectionRecorded
from domain.case.events.death import ChildDied
from domain.case.events.documents import DocumentAdded
from domain.case.events.identity import CaseOpened, IdentityAmended, UnaccompaniedRecorded
from domain.case.events.interviews import (
    InterviewEvent,
    PoliceTold,
    ReturnInterviewDeclined,
    ReturnInterviewHeld,
    ReturnInterviewOffered,
)
from domain.case.events.panels import ResidentialPanelDecided
from domain.case.events.pathway import (
    PathwayEvent,
    PathwayNeedsAssessed,
    PathwayPlanMade,
    PathwayReviewHeld,
    PersonalAdviserVisited,
)
from domain.case.events.people import Allocated, AllocationEnded, IROAssigned
from domain.case.events.plans import CarePlanPrepared
from domain.case.events.presence import ChildAway, ChildMissing, ChildReturned
from domain.case.events.reviewing import (
    DisputeEvent,
    EarlyReviewAsked,
    IRODisputeEscalated,
    IRODisputeRaised,
    IRODisputeResolved,
    ReviewActionFinished,
    ReviewAdjourned,
    ReviewCancelled,
    ReviewDecisionsConfirmed,
    ReviewingEvent,
    ReviewRecordMoved,
)
from domain.case.events.seeking import HomeSought
from domain.case.events.support import (
    MatrixAssessed,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
)

CaseEvent = (
    CaseOpened
    | IdentityAmended
    | UnaccompaniedRecorded
    | Allocated
    | IROAssigned
    | AllocationEnded
    | BecameLookedAfter
    | LegalStatusChanged
    | CeasedLookedAfter
    | LegalStatusCorrected
    | CeasingEvent
    | HomeSought
    | MatrixAssessed
    | StatutoryReviewScheduled
    | StatutoryReviewHeld
    | ReviewingEvent
    | DisputeEvent
    | CarePlanPrepared
    | PathwayEvent
    | ResidentialPanelDecided
    | ChildMissing
    | ChildAway
    | ChildReturned
    | ChildDied
    | PoliceTold
    | InterviewEvent
    | ConnectionRecorded
    | ConnectionEnded
    | AreaToAvoidRecorded
    | AreaToAvoidLifted
    | DocumentAdded
)

__all__ = [
    "Allocated",
    "AllocationEnded",
    "AreaToAvoidLifted",
    "AreaToAvoidRecorded",
    "BecameLookedAfter",
    "CarePlanPrepared",
    "CaseEvent",
    "CaseOpened",
    "CeasedLookedAfter",
    "CeasingApproved",
    "CeasingEvent",
    "CeasingRefused",
    "CeasingRequested",
    "ChildAway",
    "ChildDied",
    "ChildMissing",
    "ChildReturned",
    "ConnectionEnded",
    "ConnectionRecorded",
    "DisputeEvent",
    "DocumentAdded",
    "EarlyReviewAsked",
    "HomeSought",
    "IROAssigned",
    "IRODisputeEscalated",
    "IRODisputeRaised",
    "IRODisputeResolved",
    "IdentityAmended",
    "InterviewEvent",
    "LegalStatusChanged",
    "LegalStatusCorrected",
    "MatrixAssessed",
    "PathwayEvent",
    "PathwayNeedsAssessed",
    "PathwayPlanMade",
    "PathwayReviewHeld",
    "PersonalAdviserVisited",
    "PoliceTold",
    "ResidentialPanelDecided",
    "ReturnInterviewDeclined",
    "ReturnInterviewHeld",
    "ReturnInterviewOffered",
    "ReviewActionFinished",
    "ReviewAdjourned",
    "ReviewCancelled",
    "ReviewDecisionsConfirmed",
    "ReviewRecordMoved",
    "ReviewingEvent",
    "StatutoryReviewHeld",
    "StatutoryReviewScheduled",
    "UnaccompaniedRecorded",
]
