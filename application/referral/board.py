"""The board: one queue for requests of every kind and for every age (2-037, 2-038)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.clock.queries import DueClock, Whose
from application.shared.asking import AsOf
from domain.referral.chronology import StageName, WaitsFor
from domain.referral.codes import Scope
from domain.shared.terms import Tier


class Route(StrEnum):
    """How a request goes through: an emergency, or as fast as its tier asks."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    STANDARD = "standard"


class AgeBand(StrEnum):
    """Ages as the sector counts them, and beyond eighteen."""

    UNDER_1 = "under_1"
    FROM_1_TO_4 = "1_to_4"
    FROM_5_TO_9 = "5_to_9"
    FROM_10_TO_15 = "10_to_15"
    FROM_16_TO_17 = "16_to_17"
    ADULT = "18_and_over"


FIRST_AGES = {
    0: AgeBand.UNDER_1,
    1: AgeBand.FROM_1_TO_4,
    5: AgeBand.FROM_5_TO_9,
    10: AgeBand.FROM_10_TO_15,
    16: AgeBand.FROM_16_TO_17,
    18: AgeBand.ADULT,
}


def band_of(age_in_years: int) -> AgeBand:
    return FIRST_AGES[max(first for first in FIRST_AGES if first <= age_in_years)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBoard:
    """One search as it stood at the end of a day.

    `waits_on` is the role whose the next step is, since `waiting_since`; none once it is over.
    `answered` counts providers that offered or declined, in time or late; `offers` and
    `late_offers` what they offered. `next_deadline` is the earliest instant until which an
    invited provider may still answer in time. `siblings` are the other children of a group,
    `age_bands` those of all on the day the home is needed, in order; an erased one has none.
    `clock` is the deadline of the search that is due first, at `due`, with its newest warning.
    `paused_until` is the day on which a paused search goes on by itself. `unconfirmed` are the
    words on the telephone that their officers have not owned to, the first since when.
    """

    referral_id: UUID
    case_id: UUID
    siblings: Sequence[UUID] = ()
    scope: Scope
    tier: Tier
    emergency: bool
    route: Route
    age_bands: Sequence[AgeBand] = ()
    needed_from: date
    lot: str | None
    stage: StageName
    stage_since: datetime
    waits_for: WaitsFor | None
    waits_on: str | None
    waiting_since: datetime | None
    invited: int
    answered: int
    offers: int
    late_offers: int
    next_deadline: datetime | None
    paused_until: date | None
    due: datetime | None
    clock: DueClock | None = None
    unconfirmed: int = 0
    unconfirmed_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class BoardPlace:
    """Where on the board a page ended."""

    over: bool
    due: datetime | None
    needed_from: date
    referral_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What the board is kept to. `worked_by` are the subjects and teams that work with a child."""

    stages: Sequence[StageName] = ()
    routes: Sequence[Route] = ()
    lot: str | None = None
    waits_on: str | None = None
    worked_by: frozenset[str] | None = None
    overdue: bool = False


class Board(Protocol):
    def page(
        self, whose: Whose, of: AsOf, wanted: BoardFilter, *, after: BoardPlace | None, limit: int
    ) -> Sequence[OnBoard]:
        """Searches as wanted; what falls due first stands first, what is over last."""
        ...
