"""The steps of a service bought together. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.joint_service import commands as ask
from domain.joint_service import events as came
from domain.joint_service.agreement import Spend
from domain.joint_service.commands import JointServiceCommand
from domain.joint_service.events import JointServiceEvent
from domain.joint_service.rules import (
    require_after,
    require_balanced,
    require_complete,
    require_funder,
    require_may_run_until,
    require_not_before,
    require_not_told,
    require_one_lead,
    require_option,
    require_other_than_told,
    require_period,
)
from domain.joint_service.state import Agreed, JointService, NotAgreed
from domain.shared.errors import WrongState
from domain.shared.two_people import require_second_person


def decide(service: JointService, command: JointServiceCommand) -> Sequence[JointServiceEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match service, command:
        case NotAgreed(), ask.AgreeService():
            return agree(command)
        case Agreed(), ask.ExtendService():
            require_not_before(service, command.on)
            require_may_run_until(service, command)
            require_second_person(command.by, command.approved_by, "this")
            return [came.ServiceExtended(**dict(command))]
        case Agreed(), ask.AgreeContributions():
            require_not_before(service, command.on)
            require_after(service, command.contributions.since)
            require_balanced(command.contributions, list(service.names))
            return [came.ContributionsAgreed(**dict(command))]
        case Agreed(), ask.RecordSpend():
            return record(service, command)
        case Agreed(), ask.CorrectSpend():
            return correct(service, command)
        case Agreed(), ask.RenameFunder():
            require_funder(service, command.funder)
            require_not_before(service, command.since)
            return [came.FunderRenamed(**dict(command))]
        case Agreed(), ask.NoteAgreement():
            require_not_before(service, command.since)
            return [came.AgreementNoted(**dict(command))]
        case _:
            raise WrongState.of(service, command)


def agree(command: ask.AgreeService) -> Sequence[JointServiceEvent]:
    require_complete(command)
    require_period(command.since, command.until)
    require_option(command)
    require_one_lead(command.funders)
    require_balanced(command.contributions, [each.funder for each in command.funders])
    return [came.ServiceAgreed(**dict(command))]


def record(service: Agreed, command: ask.RecordSpend) -> Sequence[JointServiceEvent]:
    """A figure takes the place of an estimate; of another figure only by a correction."""
    require_funder(service, command.funder)
    require_not_before(service, command.on)
    require_not_told(service, command.funder, command.year)
    spend = Spend(**command.model_dump(exclude={"by"}))
    return [came.SpendRecorded(spend=spend, by=command.by)]


def correct(service: Agreed, command: ask.CorrectSpend) -> Sequence[JointServiceEvent]:
    """The old figure and the new one stand in the record, with who asked and who approved."""
    require_funder(service, command.funder)
    require_second_person(command.by, command.approved_by, "this")
    told = require_other_than_told(service.spent(command.funder, command.year), command.pence)
    return [
        came.SpendCorrected(
            spend=told.model_copy(update={"pence": command.pence}),
            was=told.pence,
            reason=command.reason,
            approved_by=command.approved_by,
            by=command.by,
        )
    ]
