"""Deciding who the child is: opening the case, and putting right what is known."""

from collections.abc import Sequence

from domain.case.commands import AmendIdentity, OpenCase, RecordUnaccompanied
from domain.case.events import CaseEvent, CaseOpened, IdentityAmended, UnaccompaniedRecorded
from domain.case.identity import IdentityChange
from domain.case.rules import require_another_child, require_born_by
from domain.case.state import Open
from domain.shared.errors import MissingInformation
from domain.shared.personal import legible


def decide(case: Open, command: AmendIdentity | RecordUnaccompanied) -> Sequence[CaseEvent]:
    match command:
        case AmendIdentity():
            return amend_identity(case, command)
        case RecordUnaccompanied():
            return record_unaccompanied(case, command)


def open_case(command: OpenCase) -> Sequence[CaseEvent]:
    require_another_child(command.possible_duplicates, command.not_a_duplicate_because)
    opened = CaseOpened(
        case_id=command.case_id,
        authority=command.authority,
        identity=command.identity,
        not_duplicates=command.possible_duplicates,
        not_a_duplicate_because=command.not_a_duplicate_because,
        opened_by=command.by,
    )
    return [opened]


def amend_identity(case: Open, command: AmendIdentity) -> Sequence[CaseEvent]:
    legible(case.born_on)
    if command.change == IdentityChange():
        raise MissingInformation(["change"])
    amended = IdentityAmended(change=command.change, reason=command.reason, amended_by=command.by)
    return [amended]


def record_unaccompanied(case: Open, command: RecordUnaccompanied) -> Sequence[CaseEvent]:
    if command.until is not None:
        require_born_by(legible(case.born_on), command.until)
    return [UnaccompaniedRecorded(until=command.until)]
