"""What can be asked of a case, topic by topic. Personal data is plain here; events seal it."""

from domain.case.ceasing import CeasingCommand
from domain.case.commands.avoidance import AvoidanceCommand, LiftAreaToAvoid, RecordAreaToAvoid
from domain.case.commands.care import (
    CareCommand,
    CorrectLegalStatus,
    RecordBecameLookedAfter,
    RecordCeasedLookedAfter,
    RecordLegalStatusChange,
)
from domain.case.commands.connections import ConnectionCommand, EndConnection, RecordConnection
from domain.case.commands.documents import AddDocument
from domain.case.commands.identity import (
    AmendIdentity,
    IdentityCommand,
    OpenCase,
    RecordUnaccompanied,
)
from domain.case.commands.people import Allocate, AssignIRO, EndAllocation, PeopleCommand
from domain.case.commands.plans import RecordCarePlan
from domain.case.commands.presence import (
    PresenceCommand,
    RecordAwayWithoutAuthorisation,
    RecordDeath,
    RecordMissing,
    RecordPoliceTold,
    RecordReturned,
    RecordReturnInterview,
)
from domain.case.commands.seeking import NoteHomeSought
from domain.case.commands.support import (
    RecordMatrix,
    RecordStatutoryReviewHeld,
    ScheduleStatutoryReview,
    SupportCommand,
)
from domain.case.panels import NotePanelDecision
from domain.case.pathway import PathwayCommand
from domain.case.reviewing import DisputeCommand, ReviewingCommand

CaseCommand = (
    IdentityCommand
    | PeopleCommand
    | CareCommand
    | CeasingCommand
    | NoteHomeSought
    | SupportCommand
    | ReviewingCommand
    | DisputeCommand
    | RecordCarePlan
    | PathwayCommand
    | NotePanelDecision
    | PresenceCommand
    | ConnectionCommand
    | AvoidanceCommand
    | AddDocument
)

__all__ = [
    "AddDocument",
    "Allocate",
    "AmendIdentity",
    "AssignIRO",
    "AvoidanceCommand",
    "CareCommand",
    "CaseCommand",
    "ConnectionCommand",
    "CorrectLegalStatus",
    "EndAllocation",
    "EndConnection",
    "IdentityCommand",
    "LiftAreaToAvoid",
    "NoteHomeSought",
    "OpenCase",
    "PeopleCommand",
    "PresenceCommand",
    "RecordAreaToAvoid",
    "RecordAwayWithoutAuthorisation",
    "RecordBecameLookedAfter",
    "RecordCarePlan",
    "RecordCeasedLookedAfter",
    "RecordConnection",
    "RecordDeath",
    "RecordLegalStatusChange",
    "RecordMatrix",
    "RecordMissing",
    "RecordPoliceTold",
    "RecordReturnInterview",
    "RecordReturned",
    "RecordStatutoryReviewHeld",
    "RecordUnaccompanied",
    "ScheduleStatutoryReview",
    "SupportCommand",
]
