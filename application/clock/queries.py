"""The worklist: what is due, for whom, and what has run out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from application.shared.asking import AsOf
from domain.shared.envelope import GssCode


@dataclass(frozen=True, slots=True)
class DueClock:
    """One clock that runs, with its legal due instant and the working day to plan by."""

    stream: str
    case_id: UUID | None
    code: str
    key: str
    anchored_at: datetime
    due: datetime
    plan_by: date | None
    breached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose clocks: those of an authority, kept to the children whom `related` work with.

    `related` are subjects and teams, none for all children; who works with whom is asked
    of `today`, as the policy does, whatever day the list is about.
    """

    authority: GssCode
    related: frozenset[str] | None
    today: date


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list a page ended."""

    due: datetime
    stream: str
    key: str


class Worklist(Protocol):
    def running(
        self, whose: Whose, of: AsOf, *, after: Place | None, limit: int
    ) -> Sequence[DueClock]:
        """Running clocks, most urgent first, from a place in the list on."""
        ...
