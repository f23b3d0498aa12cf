"""The second fold: a child's record as dated periods, after corrections.

Facts are taken in business order. Where what came in overlaps, the later effective period
closes the earlier, so that records brought in from elsewhere are shown and not refused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from domain.case.chronology.avoidance import avoided_of
from domain.case.chronology.care import care_of, legal_statuses_of
from domain.case.chronology.connections import connections_of
from domain.case.chronology.identity import identity_of, opened_of
from domain.case.chronology.people import allocations_of
from domain.case.chronology.periods import (
    AllocationPeriod,
    AvoidedPeriod,
    CarePeriod,
    ConnectionPeriod,
    LegalStatusPeriod,
    MatrixPeriod,
    MissingPeriod,
    StatutoryReview,
)
from domain.case.chronology.support import absences_of, matrices_of, reviews_of
from domain.case.corrections import latest_corrections, standing
from domain.case.events import CaseEvent
from domain.case.identity import Identity
from domain.case.people import AllocationKind
from domain.shared.chronology import Period
from domain.shared.envelope import GssCode, Recorded
from domain.shared.vocabulary import LegalStatus, birthday

P = TypeVar("P", bound=Period)

ADULT = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChronology:
    """What is believed of a child by the history it was read from.

    Periods of one kind (of allocations: of one part in the case) never overlap and stand
    in business order. On a day when something changes, the later of the two answers.
    """

    authority: GssCode | None
    identity: Identity | None
    care: tuple[CarePeriod, ...]
    legal_statuses: tuple[LegalStatusPeriod, ...]
    allocations: tuple[AllocationPeriod, ...]
    absences: tuple[MissingPeriod, ...]
    matrices: tuple[MatrixPeriod, ...]
    reviews: tuple[StatutoryReview, ...]
    connections: tuple[ConnectionPeriod, ...] = ()
    avoided: tuple[AvoidedPeriod, ...] = ()

    def legal_status_on(self, day: date) -> LegalStatus | None:
        period = _last_on(self.legal_statuses, day)
        return period.legal_status if period else None

    def care_on(self, day: date) -> CarePeriod | None:
        """The period of care that covers a day, the day of ceasing not included."""
        return _last_on(self.care, day)

    def looked_after_on(self, day: date) -> bool:
        """In care, and not yet 18: on that birthday the status ends by itself (6-38)."""
        return self.care_on(day) is not None and not self._adult_on(day)

    def _adult_on(self, day: date) -> bool:
        born_on = self.identity.accepted_birth.born_on if self.identity else None
        return isinstance(born_on, date) and birthday(born_on, ADULT) <= day

    def allocated_on(self, day: date) -> tuple[AllocationPeriod, ...]:
        """Who works with the child on a day: at most one in each part."""
        parts = (_last_on(self.allocations_as(kind), day) for kind in AllocationKind)
        return tuple(part for part in parts if part is not None)

    def allocations_as(self, kind: AllocationKind) -> tuple[AllocationPeriod, ...]:
        return tuple(part for part in self.allocations if part.kind is kind)

    def absent_on(self, day: date) -> MissingPeriod | None:
        return _last_on(self.absences, day)

    def matrix_on(self, day: date) -> MatrixPeriod | None:
        return _last_on(self.matrices, day)


def chronology(history: Sequence[Recorded[CaseEvent]]) -> CaseChronology:
    """Read a case's history, as far as it is known, as dated periods."""
    facts, corrections = standing(history), latest_corrections(history)
    opened = opened_of(history)
    return CaseChronology(
        authority=opened.authority if opened else None,
        identity=identity_of(history),
        care=care_of(facts, corrections),
        legal_statuses=legal_statuses_of(facts, corrections),
        allocations=allocations_of(facts),
        absences=absences_of(facts),
        matrices=matrices_of(facts),
        reviews=reviews_of(facts),
        connections=connections_of(facts),
        avoided=avoided_of(facts),
    )


def _last_on(periods: Iterable[P], day: date) -> P | None:
    held = None
    for period in periods:
        if period.covers(day):
            held = period
    return held
