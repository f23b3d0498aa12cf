"""Whether words that others are to read name somebody whom a concern is about (2.12, 5.4)."""

from collections.abc import Iterator

from application.referral.scan import fields_naming
from application.shared.registers import Registers
from domain.case.marks import Mark, MarkKind, marks_of_identity
from domain.concern.state import Facts
from domain.shared.personal import Erased
from domain.shared.vocabulary import CaseId


def names_somebody(registers: Registers, facts: Facts, text: str) -> bool:
    """Whom it is against, by every name given so far; and each child. Raises `RecordErased`."""
    marks = [*subjects(facts), *_of_children(registers, facts)]
    return bool(fields_naming([("text", text)], marks))


def names_subject(facts: Facts, text: str) -> bool:
    """Asked again whenever it is read: whom it is against may have become known since."""
    return bool(fields_naming([("text", text)], subjects(facts)))


def subjects(facts: Facts) -> Iterator[Mark]:
    named = [facts.raised.subject, facts.triage.subject if facts.triage else None]
    for each in named:
        if each is not None and not isinstance(each, Erased):
            yield Mark(kind=MarkKind.NAME, text=each)


def _of_children(registers: Registers, facts: Facts) -> Iterator[Mark]:
    for case_id in _children(facts):
        identity = registers.child(case_id).identity
        if identity is not None:
            yield from marks_of_identity(identity)


def _children(facts: Facts) -> tuple[CaseId, ...]:
    first = facts.raised.case_id
    return () if first is None else (first, *facts.raised.siblings)
