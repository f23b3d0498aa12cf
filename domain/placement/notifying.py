"""Who is told where a child goes to live, who is told that it ended, and who may be left out.

Instrument: the Care Planning, Placement and Case Review (England) Regulations 2010
(SI 2010/959), regs 13 and 14; docs/domain/07, 7.9; docs/domain/10, R-141 to R-144.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.shared.messages import Value


class RecipientKind(StrEnum):
    """What somebody who is told is to the child."""

    CHILD = "child"
    PARENT = "parent"
    CONTACT = "contact"
    """Anybody else who may visit or be in touch with the child."""
    PREVIOUS_CARER = "previous_carer"
    CARER = "carer"
    """Whoever the child lived with until the end; told of the end alone."""
    HEALTH = "health"
    HEALTH_OF_AREA = "health_of_area"
    """The health body where the child goes, where that is another."""
    GP = "gp"
    EDUCATION = "education"
    IRO = "iro"


class Recipient(Value):
    """One who is told; `who` is the person among the child's connections, where one is meant."""

    kind: RecipientKind
    who: UUID | None = None

    @property
    def key(self) -> str:
        """What the clock of this recipient is called by: it names nobody."""
        return self.kind.value if self.who is None else f"{self.kind.value}:{self.who}"

    def may_be(self, other: "Recipient") -> bool:
        """Whether both may be one: the same person, or of one kind and one of them not named."""
        if self.who is not None and other.who is not None:
            return self.who == other.who
        return self.kind is other.kind


class PeopleOnRecord(Value):
    """Whom the child's record knows, by id: everybody, and who is told as a parent."""

    connections: frozenset[UUID] = frozenset()
    parents: tuple[UUID, ...] = ()


NOBODY: Final = PeopleOnRecord()


class Means(StrEnum):
    """How it was put in writing."""

    LETTER = "letter"
    EMAIL = "email"
    BY_HAND = "by_hand"
    PORTAL = "portal"


class AreaContent(StrEnum):
    """What the authority where the child goes to live is told beside that it does (reg. 13)."""

    NEEDS_ASSESSMENT = "needs_assessment"
    REASONS = "reasons"
    CARE_PLAN = "care_plan"


class Exclusion(StrEnum):
    """Why somebody is lawfully not told (6-61)."""

    SIGNIFICANT_HARM = "significant_harm"
    NOT_APPROPRIATE = "not_appropriate"
    NO_SUCH_PERSON = "no_such_person"


class LeftOut(Value):
    """Whom it was decided not to tell, why, and on which day."""

    recipient: Recipient
    why: Exclusion
    on: date


FOR_THE_CHILD: Final = frozenset({Exclusion.SIGNIFICANT_HARM, Exclusion.NOT_APPROPRIATE})
"""Reasons that word given all the same goes against; who was not there may be found (R-157)."""

_K = RecipientKind

ALLOWED: Final[Mapping[Exclusion, frozenset[RecipientKind]]] = {
    Exclusion.SIGNIFICANT_HARM: frozenset({_K.PARENT, _K.CONTACT, _K.PREVIOUS_CARER}),
    Exclusion.NOT_APPROPRIATE: frozenset({_K.CHILD}),
    Exclusion.NO_SUCH_PERSON: frozenset(
        {_K.PARENT, _K.CONTACT, _K.PREVIOUS_CARER, _K.GP, _K.EDUCATION, _K.CARER}
    ),
}
"""Whom each reason may leave out: never the reviewing officer, nor health (A)."""


def told_of_start(parents: Sequence[UUID], *, outside: bool) -> Iterator[Recipient]:
    """Everybody who is owed word of a start; each parent on record by itself."""
    yield Recipient(kind=_K.CHILD)
    yield from (Recipient(kind=_K.PARENT, who=each) for each in parents)
    if not parents:
        yield Recipient(kind=_K.PARENT)
    yield Recipient(kind=_K.HEALTH)
    if outside:
        yield Recipient(kind=_K.HEALTH_OF_AREA)
    yield from (Recipient(kind=each) for each in (_K.GP, _K.EDUCATION, _K.IRO))


def told_of_end(parents: Sequence[UUID], *, outside: bool) -> Iterator[Recipient]:
    """The same, and whoever the child lived with."""
    yield from told_of_start(parents, outside=outside)
    yield Recipient(kind=_K.CARER)
