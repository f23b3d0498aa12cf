"""The steps of a concern. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.concern import commands as ask
from domain.concern import events as came
from domain.concern.commands import ConcernCommand
from domain.concern.events import ConcernEvent
from domain.concern.rules import (
    find_open,
    gates,
    require_finished,
    require_in_order,
    require_no_investigation,
    require_nobody_named,
    require_not_about,
    require_reasoned,
    require_referred,
    require_since_told,
    require_told,
    require_told_of_it,
)
from domain.concern.state import (
    Closed,
    Concern,
    Investigating,
    Live,
    NotRaised,
    OnRecord,
    Raised,
    Triaged,
)
from domain.shared.breaches import broken
from domain.shared.errors import WrongState
from domain.shared.said import require_said


def decide(concern: Concern, command: ConcernCommand) -> Sequence[ConcernEvent]:
    """Turn a command into the events it causes, or refuse it."""
    if isinstance(concern, OnRecord):
        require_not_about(concern.facts, command)
    match concern, command:
        case NotRaised(), ask.RaiseConcern():
            return raise_concern(command)
        case Raised(), ask.TriageConcern():
            require_reasoned(concern.facts, command)
            return [came.ConcernTriaged(**dict(command))]
        case Triaged(), ask.BeginInvestigation():
            require_since_told(concern.facts, command.at)
            require_referred(concern.facts)
            return [came.InvestigationBegun(**dict(command))]
        case Triaged(), ask.RecordFinding():
            require_referred(concern.facts)
            require_no_investigation(concern.facts)
            return found(concern, command)
        case Investigating(), ask.RecordFinding():
            return found(concern, command)
        case Live(), ask.CloseConcern():
            require_finished(concern, command)
            return [came.ConcernClosed(**dict(command))]
        case Closed(), ask.ReopenConcern():
            return [came.ConcernReopened(**dict(command))]
        case Live(), _:
            return beside(concern, command)
        case _:
            raise WrongState.of(concern, command)


def raise_concern(command: ask.RaiseConcern) -> Sequence[ConcernEvent]:
    """A fact, recorded however late; what the lateness broke stands with it."""
    require_told(command)
    require_in_order(command)
    return [came.ConcernRaised(**dict(command), breaches=broken(gates(command)))]


def found(concern: Live, command: ask.RecordFinding) -> Sequence[ConcernEvent]:
    require_said(text=command.text)
    require_since_told(concern.facts, command.on)
    about = concern.facts.raised.about_provider
    return [came.FindingRecorded(**dict(command), about_provider=about)]


def beside(concern: Live, command: ConcernCommand) -> Sequence[ConcernEvent]:
    """What may happen at any stage before it is closed."""
    match command:
        case ask.MakeSafeguardingReferral():
            return [came.SafeguardingReferralMade(**dict(command))]
        case ask.NotifyNationalPanel():
            return [came.NationalPanelNotified(**dict(command))]
        case ask.SetAction():
            return [came.ActionSet(**dict(command))]
        case ask.FinishAction():
            find_open(concern.facts.actions, command.action_id)
            return [came.ActionDone(**dict(command))]
        case ask.ShareConcern():
            return share(command)
        case ask.ReportFollowUp():
            require_told_of_it(concern.facts, command.provider_id)
            require_said(text=command.text)
            return [came.FollowUpReported(**dict(command))]
        case _:
            raise WrongState.of(concern, command)


def share(command: ask.ShareConcern) -> Sequence[ConcernEvent]:
    require_said(text=command.text)
    require_nobody_named(command)
    return [came.ConcernShared(**command.model_dump(exclude={"names"}))]
