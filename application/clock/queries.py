"""The worklist: what is due, for whom, and what has run out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from application.shared.asking import AsOf
from domain.shared.envelope import GssCode
from domain.shared.warnings import Warned


@dataclass(frozen=True, slots=True)
class DueClock:
    """One clock that runs, with its legal due instant and the working day to plan by.

    `warned` is the newest warning given; `worked_by` the roles whose it is to meet (R14).
    A timer is never `breached`; a clock that stands still warns nobody (R-55).
    """

    stream: str
    case_id: UUID | None
    code: str
    key: str
    anchored_at: datetime
    due: datetime
    plan_by: date | None
    breached: bool
    warned: Warned | None = None
    worked_by: Sequence[str] = ()
    paused_until: datetime | None = None


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


@dataclass(frozen=True, slots=True)
class OfRole:
    """The clocks that name a role and, if it watches over what names nobody, those too."""

    codes: frozenset[str]
    all_but: frozenset[str] | None


class Running(Protocol):
    def running(
        self, whose: Whose, of: AsOf, theirs: OfRole | None, *, after: Place | None, limit: int
    ) -> Sequence[DueClock]:
        """Running clocks, most urgent first, from a place in the list on; of a role, or all."""
        ...

    def of_streams(self, streams: Sequence[str], of: AsOf) -> Sequence[DueClock]:
        """Every running clock of some streams, most urgent first."""
        ...
