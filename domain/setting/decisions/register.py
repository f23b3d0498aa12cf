"""The steps of a setting's register entry. Most are facts: recorded, with what they break."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from domain.setting.commands import register as ask
from domain.setting.commands.register import RegisterCommand
from domain.setting.dated import Dated
from domain.setting.decisions.fit import with_breaches
from domain.setting.errors import NothingToLift, RegistrationNotFound
from domain.setting.events import register as entry
from domain.setting.events.register import RegisterEvent
from domain.setting.rules import require_after, require_nobody_expected
from domain.setting.state import Listed
from domain.shared.breaches import broken
from domain.shared.code_lists import require_codes_in_force


def decide_register(setting: Listed, command: RegisterCommand) -> Sequence[RegisterEvent]:
    match command:
        case ask.RecordRegistration():
            return record_registration(setting, command)
        case ask.RecordRegistrationEnded():
            return end_registration(setting, command)
        case ask.RecordFosteringExemption():
            require_after(command.until, command.from_)
            return [entry.FosteringExemptionRecorded(**command.model_dump())]
        case ask.ChangeOperator():
            return [entry.OperatorChanged(**command.model_dump())]
        case ask.DescribeHome():
            return [entry.HomeDescribed(**command.model_dump())]
        case ask.ChangeCapacity():
            return change_capacity(setting, command)
        case ask.RestrictAdmissions():
            require_after(command.until, command.from_)
            return [entry.AdmissionsRestricted(**command.model_dump())]
        case ask.LiftRestriction():
            require_something(setting.restrictions, command.on)
            return [entry.RestrictionLifted(on=command.on)]
        case ask.CloseTemporarily():
            return close_temporarily(setting, command)
        case ask.Reopen():
            require_something(setting.closures, command.on)
            return [entry.Reopened(on=command.on)]
        case ask.NoteBedsBought(block_id=block_id):
            known = block_id in setting.bought_in
            return [] if known else [entry.BedsBoughtInBlock(block_id=block_id)]
        case ask.RecordStatementOfPurpose():
            return [state_purpose(command)]


def record_registration(
    setting: Listed, command: ask.RecordRegistration
) -> Sequence[RegisterEvent]:
    require_after(command.until, command.from_)
    recorded = entry.RegistrationRecorded(**command.model_dump())
    return [with_breaches(setting, recorded, command.from_, command.until)]


def end_registration(
    setting: Listed, command: ask.RecordRegistrationEnded
) -> Sequence[RegisterEvent]:
    entries = [each for each in setting.registrations if each.kind is command.kind]
    if not any(each.covers(command.on) for each in entries):
        raise RegistrationNotFound(f"No {command.kind} registration covers {command.on}.")
    return [entry.RegistrationEnded(**command.model_dump())]


def change_capacity(setting: Listed, command: ask.ChangeCapacity) -> Sequence[RegisterEvent]:
    """Never refused: fewer places than children is reported, and nobody is evicted by it."""
    later = [each.from_ for each in setting.configured if each.from_ > command.from_]
    changed = entry.CapacityChanged(**command.model_dump())
    return [with_breaches(setting, changed, command.from_, min(later, default=None))]


def close_temporarily(setting: Listed, command: ask.CloseTemporarily) -> Sequence[RegisterEvent]:
    """Never refused, and nobody is sent away by it: the places it is closed over are named."""
    require_after(command.until, command.from_)
    gate = partial(require_nobody_expected, setting.stays, command.from_, command.until)
    return [entry.TemporarilyClosed(**command.model_dump(), breaches=broken([gate]))]


def state_purpose(command: ask.RecordStatementOfPurpose) -> entry.StatementOfPurposeRecorded:
    """What the home says of itself is a fact, in whatever words; a need in no list is a breach."""
    gate = partial(require_codes_in_force, command.not_in_force)
    return entry.StatementOfPurposeRecorded(
        from_=command.from_, needs=tuple(sorted(set(command.needs))), breaches=broken([gate])
    )


def require_something(entries: Sequence[Dated], day: date) -> None:
    if all(each.until is not None and each.until <= day for each in entries):
        raise NothingToLift(f"Nothing is in force on {day} or later.")
