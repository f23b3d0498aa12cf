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


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a list is kept to: a child, a provider, and the children whom somebody works with.

    Each of `worked_by` is a person, or a person with their teams: all of them work with the child
    today. A provider's are its homes, the placements proposed with it, and what it was asked for.
    """

    case_id: UUID | None = None
    provider_id: UUID | None = None
    worked_by: Sequence[frozenset[str]] = ()


EVERYTHING = About()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Clocks about something, for a role to meet, that fall due between two days of London.

    `overdue` are those that have run out: never a timer, for nobody has to meet one.
    """

    about: About = EVERYTHING
    role: str | None = None
    overdue: bool = False
    due_from: date | None = None
    due_by: date | None = None


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
        self,
        whose: Whose,
        of: AsOf,
        wanted: Wanted,
        theirs: OfRole | None,
        *,
        after: Place | None,
        limit: int,
    ) -> Sequence[DueClock]:
        """Running clocks, most urgent first, from a place in the list on.

        `theirs` are the codes that the role wanted has to meet, none for all of them.
        """
        ...

    def of_streams(self, streams: Sequence[str], of: AsOf) -> Sequence[DueClock]:
        """Every running clock of some streams, most urgent first."""
        ...
