"""By what a child could be recognised: what no pack may hold unnoticed (docs/domain/05, 5.4).

Marks are plain and live for the length of one scan; they are never stored.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from domain.case.chronology import CaseChronology
from domain.case.connections import Connection, ConnectionKind
from domain.case.identity import Identity
from domain.shared.messages import Value
from domain.shared.personal import legible


class MarkKind(StrEnum):
    """What a mark is, because not every pack must be without it."""

    NAME = "name"
    RELATIVE = "relative"
    ADDRESS = "address"
    POSTCODE = "postcode"
    SCHOOL = "school"
    NUMBER = "number"
    NHS = "nhs"
    BIRTH = "birth"
    PHRASE = "phrase"
    """Words that tell of somebody together, and none of them alone."""


class Mark(Value):
    """One that is `confidential` is told to nobody, whatever stage they have reached (6-61)."""

    kind: MarkKind
    text: str
    confidential: bool = False


NHS = "nhs"
"""The identifier that a provider is told, with the full pack (5.4)."""

OF_CONNECTION: Mapping[ConnectionKind, MarkKind] = {
    ConnectionKind.RELATIVE: MarkKind.RELATIVE,
    ConnectionKind.ADDRESS: MarkKind.ADDRESS,
    ConnectionKind.SCHOOL: MarkKind.SCHOOL,
    ConnectionKind.NUMBER: MarkKind.NUMBER,
}


def marks_of(child: CaseChronology) -> tuple[Mark, ...]:
    """Every name, relative, address, school and number on record, past ones too.

    Raises `RecordErased` once they are gone: nothing is published about an erased child.
    """
    of_identity = marks_of_identity(child.identity) if child.identity else ()
    of_connections = (mark for held in child.connections for mark in _of(held.connection))
    return tuple(dict.fromkeys((*of_identity, *of_connections)))


def marks_of_identity(identity: Identity) -> Iterator[Mark]:
    """Names, dates of birth, postcodes and numbers, those that were replaced among them (R-28)."""
    names = (
        legible(identity.full_name),
        *legible(identity.known_as),
        *legible(identity.former_names),
    )
    postcodes = (legible(identity.home_postcode), *legible(identity.former_postcodes))
    births = (legible(birth.born_on).isoformat() for birth in identity.birth_dates)
    yield from _marks(MarkKind.NAME, names)
    yield from _marks(MarkKind.BIRTH, births)
    yield from _marks(MarkKind.POSTCODE, postcodes)
    for identifier in identity.identifiers:
        kind = MarkKind.NHS if identifier.kind == NHS else MarkKind.NUMBER
        yield from _marks(kind, [legible(identifier.value)])


def _of(connection: Connection) -> Iterator[Mark]:
    secret = connection.confidential
    kind = OF_CONNECTION[connection.kind]
    yield from _marks(kind, [legible(connection.value)], confidential=secret)
    yield from _marks(MarkKind.POSTCODE, [legible(connection.postcode)], confidential=secret)


def _marks(
    kind: MarkKind, texts: Iterable[str | None], *, confidential: bool = False
) -> Iterator[Mark]:
    return (
        Mark(kind=kind, text=text, confidential=confidential) for text in texts if text is not None
    )
