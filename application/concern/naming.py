"""Whether words that others are to read name somebody whom a concern is about (2.12, 5.4)."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from application.concern.describing import telling
from application.referral.scan import fields_naming
from application.shared.registers import Registers
from domain.case.marks import Mark, MarkKind, marks_of_identity
from domain.concern.state import Facts
from domain.shared.errors import RecordErased
from domain.shared.personal import Erased
from domain.shared.vocabulary import CaseId


def names_somebody(registers: Registers, facts: Facts, text: str) -> bool:
    """Whom it is against, by every name given so far; and each child. Raises `RecordErased`."""
    children = (mark for each in _children(facts) for mark in _of_child(registers, each))
    return stands_in(text, [*subjects(facts), *children])


def marks_to_withhold(registers: Registers, facts: Facts) -> Sequence[Mark]:
    """The same, asked again whenever words that were shared are read: names come later.

    An erased child has no name left that could stand anywhere.
    """
    found = [*subjects(facts)]
    for each in _children(facts):
        with suppress(RecordErased):
            found += [*_of_child(registers, each)]
    return found


def stands_in(text: str | Erased | None, marks: Sequence[Mark]) -> bool:
    """Whether anybody is named in what can still be read."""
    return isinstance(text, str) and bool(fields_naming([("text", text)], marks))


def subjects(facts: Facts) -> Iterator[Mark]:
    """Whom it is against: each name and its parts, and of a description the whole alone."""
    named = [facts.raised.subject, facts.triage.subject if facts.triage else None]
    for each in named:
        if each is not None and not isinstance(each, Erased):
            yield Mark(kind=MarkKind.PHRASE, text=each)
            yield Mark(kind=MarkKind.NAME, text=" ".join(telling(each)))


def _of_child(registers: Registers, case_id: CaseId) -> Iterator[Mark]:
    identity = registers.child(case_id).identity
    if identity is not None:
        yield from marks_of_identity(identity)


def _children(facts: Facts) -> tuple[CaseId, ...]:
    first = facts.raised.case_id
    return () if first is None else (first, *facts.raised.siblings)
