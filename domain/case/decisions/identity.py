"""Deciding who the child is: opening the case, and putting right what is known."""

from collections.abc import Sequence
from datetime import date

from domain.case.chronology import ADULT
from domain.case.commands import AmendIdentity, OpenCase, RecordUnaccompanied
from domain.case.events import CaseEvent, CaseOpened, IdentityAmended, UnaccompaniedRecorded
from domain.case.identity import BirthDate, BirthDateKind, IdentityChange
from domain.case.rules import require_another_child, require_born_by
from domain.case.state import Open
from domain.shared.errors import MissingInformation
from domain.shared.personal import Erased, legible
from domain.shared.vocabulary import age_on


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
    """Who came alone is a child until assessed: a paper alone makes no adult of it (R-247)."""
    birth = change.birth_date
    if birth is None or not case.alone or birth.kind is BirthDateKind.ASSESSED:
        return change
    if _is_child(case.born_on, birth) and not _is_child(birth.born_on, birth):
        return change.model_copy(
            update={"birth_date": birth.model_copy(update={"accepted": False})}
        )
    return change


def _is_child(born_on: date | Erased, told: BirthDate) -> bool:
    return age_on(legible(born_on), told.recorded_on) < ADULT


def record_unaccompanied(case: Open, command: RecordUnaccompanied) -> Sequence[CaseEvent]:
    if command.until is not None:
        require_born_by(legible(case.born_on), command.until)
    return [UnaccompaniedRecorded(until=command.until)]
