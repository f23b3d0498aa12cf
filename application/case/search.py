"""Finding a child by name, known-as, date of birth or id, through a keyed index (R-28)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.case.identity import Identity
from domain.shared.envelope import GssCode
from domain.shared.personal import Erased
from domain.shared.vocabulary import CaseId


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of the child sought. Every part that is given must match."""

    name: str | None = None
    born_on: date | None = None
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class FoundChild:
    """A child whose record matches: enough to tell two children apart, and no more."""

    case_id: CaseId
    name: str | Erased | None
    born_on: date | Erased


class PersonIndex(Protocol):
    def find(self, authority: GssCode, sought: Sought) -> Sequence[FoundChild]: ...

    def possible_duplicates(self, authority: GssCode, identity: Identity) -> Sequence[CaseId]:
        """Cases that share a date of birth and a part of the name, or an identifier."""
        ...
