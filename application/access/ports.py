"""What deciding about access needs to know, and where reading is noted."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from application.access.policy import Decision
from application.access.principal import Principal
from domain.shared.envelope import GssCode, StreamId
from domain.shared.vocabulary import CaseId, ProviderId


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a stream is, which child it concerns if any, and which provider it is with.

    `siblings` are the other children that it concerns as much as the first.
    """

    authority: GssCode
    case_id: CaseId | None
    provider_id: ProviderId | None
    siblings: tuple[CaseId, ...] = ()

    @property
    def children(self) -> tuple[CaseId, ...]:
        return (self.case_id, *self.siblings) if self.case_id is not None else ()


@dataclass(frozen=True, slots=True)
class Dealings:
    """The subjects and teams that work with a child, and whether anybody ever has."""

    related: frozenset[str] = frozenset()
    ever_allocated: bool = False

    def and_with(self, sibling: "Dealings") -> "Dealings":
        """With all of several children: who works with any works with their shared record (R-56).

        Nobody's yet is a shared record only while nobody has taken on any of them.
        """
        return Dealings(
            related=self.related | sibling.related,
            ever_allocated=self.ever_allocated or sibling.ever_allocated,
        )


class Tenancy(Protocol):
    def owner(self, stream: StreamId) -> Owner | None:
        """None when there is no such stream."""
        ...

    def dealings(self, case_id: UUID, day: date) -> Dealings:
        """Who works with a child on a day, as far as is known."""
        ...


class AccessLog(Protocol):
    """Who read or tried what about a child, and why. Append-only."""

    def note(
        self,
        who: Principal,
        action: str,
        resource: str,
        purpose: str,
        decision: Decision,
        *,
        of: GssCode | None = None,
    ) -> None:
        """Keep a line; it is on disk within a second. `of` is whose the record is."""
        ...

    def settle(self) -> None:
        """Put everything noted so far on disk before going on."""
        ...
