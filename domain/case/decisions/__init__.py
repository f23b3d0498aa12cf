"""The steps a case may take. Read `decide` as its table of transitions, topic by topic."""

from collections.abc import Sequence

from domain.case.ceasing import ApproveCeasing, RefuseCeasing, RequestCeasing
from domain.case.commands import (
    AddDocument,
    Allocate,
    AmendIdentity,
    AssignIRO,
    CaseCommand,
    EndAllocation,
    EndConnection,
    LiftAreaToAvoid,
    NoteHomeSought,
    OpenCase,
    RecordAreaToAvoid,
    RecordAwayWithoutAuthorisation,
    RecordCarePlan,
    RecordConnection,
    RecordMatrix,
    RecordMissing,
    RecordReturned,
    RecordStatutoryReviewHeld,
    RecordUnaccompanied,
    ScheduleStatutoryReview,
)
from domain.case.decisions import (
    avoidance,
    care,
    ceasing,
    connections,
    documents,
    identity,
    people,
    plans,
    presence,
    support,
)
from domain.case.events import CaseEvent, HomeSought
from domain.case.state import Case, NotOpened, Open
from domain.shared.errors import WrongState


def decide(case: Case, command: CaseCommand) -> Sequence[CaseEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match case, command:
        case NotOpened(), OpenCase():
            return identity.open_case(command)
        case Open(), AmendIdentity() | RecordUnaccompanied():
            return identity.decide(case, command)
        case Open(), Allocate() | AssignIRO() | EndAllocation():
            return people.decide(case, command)
        case Open(), _ if isinstance(command, care.CareCommand):
            return care.decide(case, command)
        case Open(), RequestCeasing() | ApproveCeasing() | RefuseCeasing():
            return ceasing.decide(case, command)
        case Open(), RecordMatrix() | ScheduleStatutoryReview() | RecordStatutoryReviewHeld():
            return support.decide(case, command)
        case Open(), RecordCarePlan():
            return plans.record_care_plan(case, command)
        case Open(), NoteHomeSought(referral_id=referral_id):
            return [HomeSought(referral_id=referral_id)]
        case Open(), RecordMissing() | RecordAwayWithoutAuthorisation() | RecordReturned():
            return presence.decide(case, command)
        case Open(), RecordConnection() | EndConnection():
            return connections.decide(case, command)
        case Open(), RecordAreaToAvoid() | LiftAreaToAvoid():
            return avoidance.decide(case, command)
        case Open(), AddDocument():
            return documents.decide(case, command)
        case _:
            raise WrongState.of(case, command)
