"""Deciding who the child is: opening the case, and putting right what is known."""

from collections.abc import Sequence

from domain.case.commands import AmendIdentity, OpenCase, RecordUnaccompanied
from domain.case.events import CaseEvent, CaseOpened, IdentityAmended, UnaccompaniedRecorded
from domain.case.identity import BirthDate, BirthDateKind, IdentityChange
from domain.case.rules import require_another_child, require_born_by
from domain.case.state import Open
from domain.shared.errors import MissingInformation
from domain.shared.personal import legible
from domain.shared.two_people import is_same_person


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
    change = _as_accepted(case, command.change)
    return [IdentityAmended(change=change, reason=command.reason, amended_by=command.by)]


def _as_accepted(case: Open, change: IdentityChange) -> IdentityChange:
    """Who came alone is as old as it said until assessed: no paper makes it older (R-247)."""
    birth, alone = change.birth_date, case.alone or change.unaccompanied is not None
    if birth is None or not alone or legible(birth.born_on) >= legible(case.born_on):
        return change
    if birth.kind is BirthDateKind.ASSESSED:
        _require_assessors(birth)
        return change
    return change.model_copy(update={"birth_date": birth.model_copy(update={"accepted": False})})


def _require_assessors(birth: BirthDate) -> None:
    """Two people assess an age; one of them twice is one."""
    if all(is_same_person(each, birth.assessed_by[0]) for each in birth.assessed_by):
        raise MissingInformation(["birth_date.assessed_by"])


def record_unaccompanied(case: Open, command: RecordUnaccompanied) -> Sequence[CaseEvent]:
    if command.until is not None:
        require_born_by(legible(case.born_on), command.until)
    return [UnaccompaniedRecorded(until=command.until)]
