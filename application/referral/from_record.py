"""What a pack takes from the child's record, generated field by field as the matrix allows (5.4).

Nobody writes these lines, and none is blanked: a field that its stage does not show is
never made. Of brothers and sisters every child is told, by number.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.case.chronology import CaseChronology
from domain.case.identity import Identity
from domain.case.marks import NHS
from domain.referral.field_matrix import PackField, PackStage, allowed_at
from domain.referral.pack import RedactedPack
from domain.referral.staged_pack import TAKEN_FROM_RECORD, PackLine
from domain.shared.errors import NotFound
from domain.shared.personal import legible
from domain.shared.vocabulary import LegalStatus, age_on

UNDISCLOSED = "An address of this child must not be disclosed."
MONTHS = 12


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is known of the children on a day, beside the pack that was published of them.

    `named` is whether a minimum pack may give the first name: an offer was accepted.
    """

    referral_id: UUID
    children: Mapping[int, CaseChronology]
    published: RedactedPack
    confidential: bool
    today: date
    named: bool = False


def lines_from_record(stage: PackStage, record: OnRecord) -> Iterator[PackLine]:
    """A line for each field that the stage shows and of which something is known."""
    for field in PackField:
        if field in TAKEN_FROM_RECORD & allowed_at(stage):
            text = TOLD[field](stage, record)
            if text:
                yield PackLine(field=field, text=text)


def _name(stage: PackStage, record: OnRecord) -> str:
    """The first name alone in an emergency, and only to whose offer was accepted."""
    child = _identity(record.children[1])
    full = legible(child.full_name) or ""
    if stage is PackStage.EMERGENCY:
        return full.partition(" ")[0] if record.named else ""
    known_as = ", ".join(legible(child.known_as))
    return f"{full}, known as {known_as}" if known_as else full


def _reference(_: PackStage, record: OnRecord) -> str:
    return str(record.referral_id)


def _birth(stage: PackStage, record: OnRecord) -> str:
    """Years in an emergency, years and months for a match, the date itself in full (5.4)."""
    return _each(record, lambda child: _age(stage, _born_on(child), record.today))


def _age(stage: PackStage, born_on: date, today: date) -> str:
    if stage is PackStage.FULL:
        return born_on.isoformat()
    years = f"{age_on(born_on, today)} years"
    return f"{years} {_months(born_on, today)} months" if stage is PackStage.MATCHING else years


def _months(born_on: date, today: date) -> int:
    """Whole months since the last birthday."""
    passed = today.month - born_on.month - (today.day < born_on.day)
    return passed % MONTHS


def _sex(_: PackStage, record: OnRecord) -> str:
    return _each(record, lambda child: _identity(child).sex.name.lower())


def _legal_status(_: PackStage, record: OnRecord) -> str:
    return _each(record, lambda child: _status(child, record.today).name.lower())


def _status(child: CaseChronology, today: date) -> LegalStatus:
    return child.legal_status_on(today) or LegalStatus.NOT_LOOKED_AFTER


def _unaccompanied(_: PackStage, record: OnRecord) -> str:
    return _each(
        record,
        lambda child: "unaccompanied" if _identity(child).unaccompanied else "not unaccompanied",
    )


def _siblings(_: PackStage, record: OnRecord) -> str:
    size = record.published.sibling_group_size
    if record.published.together is None:
        return str(size)
    return f"{size}, {'to stay together' if record.published.together else 'may live apart'}"


def _numbers(stage: PackStage, record: OnRecord) -> str:
    """The NHS number and no other; in an emergency a medical need is telephoned, not packed."""
    if stage is not PackStage.FULL:
        return ""
    held = _identity(record.children[1]).identifiers
    return ", ".join(legible(each.value) for each in held if each.kind == NHS)


def _confidential(_: PackStage, record: OnRecord) -> str:
    return UNDISCLOSED if record.confidential else ""


def _each(record: OnRecord, told: Callable[[CaseChronology], str]) -> str:
    if len(record.children) == 1:
        return told(record.children[1])
    return "; ".join(f"child {number}: {told(c)}" for number, c in record.children.items())


def _identity(child: CaseChronology) -> Identity:
    if child.identity is None:
        raise NotFound
    return child.identity


def _born_on(child: CaseChronology) -> date:
    return legible(_identity(child).accepted_birth.born_on)


TOLD: Mapping[PackField, Callable[[PackStage, OnRecord], str]] = {
    PackField.NAME: _name,
    PackField.REFERENCE: _reference,
    PackField.BIRTH: _birth,
    PackField.SEX: _sex,
    PackField.NUMBERS: _numbers,
    PackField.SIBLINGS: _siblings,
    PackField.LEGAL_STATUS: _legal_status,
    PackField.UNACCOMPANIED: _unaccompanied,
    PackField.CONFIDENTIAL_ADDRESS: _confidential,
}
