"""Who works with the child, and who belongs to it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.case.view.facts import Facts
from application.case.word import Word, word_on
from domain.case.chronology import CaseChronology
from domain.case.connections import ConnectionKind
from domain.case.people import AllocationKind
from domain.shared.moments import When
from domain.shared.personal import Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """Who has a part in the case."""

    kind: AllocationKind
    who: str
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConnection:
    """A relative, an address, a school or a number of the child on the day."""

    connection_id: UUID
    kind: ConnectionKind
    relation: str
    value: str | Erased
    postcode: str | Erased | None
    confidential: bool
    since: When
    until: When | None
    word: Word


def people(held: CaseChronology, facts: Facts, day: date) -> Iterable[ShownPerson]:
    for part in held.allocated_on(day):
        word = word_on(facts, part.source)
        yield ShownPerson(kind=part.kind, who=part.who, since=part.since, word=word)


def connections(held: CaseChronology, facts: Facts, day: date) -> Iterable[ShownConnection]:
    for period in held.connections:
        if period.covers(day):
            yield ShownConnection(
                **{**dict(period.connection), "since": period.since},
                until=period.until,
                word=word_on(facts, period.source),
            )
