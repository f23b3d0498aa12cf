"""The steps a case may take. Read `decide` as its table of transitions, topic by topic."""

from collections.abc import Sequence

from domain.case.ceasing import ApproveCeasing, RefuseCeasing, RequestCeasing
from domain.case.commands import (
    AddDocument,
    AmendIdentity,
    AvoidanceCommand,
    CareCommand,
    CaseCommand,
    ConnectionCommand,
    NoteHomeSought,
    OpenCase,
    PeopleCommand,
    PresenceCommand,
    RecordCarePlan,
    RecordUnaccompanied,
    SupportCommand,
)
from domain.case.decisions import (
    avoidance,
    care,
    ceasing,
    connections,
    disputes,
    documents,
    identity,
    pathway,
    people,
    plans,
    presence,
    reviewing,
    support,
)
from domain.case.events import CaseEvent, HomeSought, ResidentialPanelDecided
from domain.case.panels import NotePanelDecision
from domain.case.pathway import PathwayCommand
from domain.case.reviewing import DisputeCommand, ReviewingCommand
from domain.case.state import Case, NotOpened, Open
from domain.shared.errors import WrongState

OverTimeCommand = (
    SupportCommand | ReviewingCommand | DisputeCommand | PathwayCommand | NotePanelDecision
)


def decide(case: Case, command: CaseCommand) -> Sequence[CaseEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match case, command:
        case NotOpened(), OpenCase():
            return identity.open_case(command)
        case Open(), AmendIdentity() | RecordUnaccompanied():
            return identity.decide(case, command)
        case Open(), _ if isinstance(command, PeopleCommand):
            return people.decide(case, command)
        case Open(), _ if isinstance(command, CareCommand):
            return care.decide(case, command)
        case Open(), RequestCeasing() | ApproveCeasing() | RefuseCeasing():
            return ceasing.decide(case, command)
        case Open(), _ if isinstance(command, OverTimeCommand):
            return _decide_over_time(case, command)
        case Open(), RecordCarePlan():
            return plans.record_care_plan(case, command)
        case Open(), NoteHomeSought(referral_id=referral_id):
            return [HomeSought(referral_id=referral_id)]
        case Open(), _ if isinstance(command, PresenceCommand):
            return presence.decide(case, command)
        case Open(), _ if isinstance(command, ConnectionCommand):
            return connections.decide(case, command)
        case Open(), _ if isinstance(command, AvoidanceCommand):
            return avoidance.decide(case, command)
        case Open(), AddDocument():
            return documents.decide(case, command)
        case _:
            raise WrongState.of(case, command)


def _decide_over_time(case: Open, command: OverTimeCommand) -> Sequence[CaseEvent]:
    """What the child needs and how its care goes on, as it is looked at again and again."""
    if isinstance(command, ReviewingCommand):
        return reviewing.decide(case, command)
    if isinstance(command, DisputeCommand):
        return disputes.decide(case, command)
    if isinstance(command, PathwayCommand):
        return pathway.decide(case, command)
    if isinstance(command, NotePanelDecision):
        return [ResidentialPanelDecided(**dict(command))]
    return support.decide(case, command)
