"""What is looked at to say where a child is: its case, and every stay with its events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from application.case.absences import absences, absent_on, moves_in
from application.case.record import ChildRecord
from application.case.word import Word, word_of, word_on
from domain.case.chronology import CaseChronology
from domain.case.chronology import chronology as of_case
from domain.case.chronology.periods import MissingPeriod
from domain.case.events import ChildDied
from domain.placement.chronology import PlacementChronology, StayPeriod
from domain.placement.chronology import chronology as of_placement
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.moments import begins, london_day

E = TypeVar("E", bound=Event)

Facts = Sequence[Recorded[Any]]


@dataclass(frozen=True)
class Lived:
    """One stay that had begun by the day, and all that is known of its placement."""

    facts: Facts
    held: PlacementChronology
    stay: StayPeriod

    def word(self, event_id: UUID) -> Word:
        return word_on(self.facts, event_id)

    def is_open_on(self, day: date) -> bool:
        return self.stay.covers(day)


@dataclass(frozen=True)
class Sight:
    record: ChildRecord

    @property
    def day(self) -> date:
        return self.record.day

    @cached_property
    def case(self) -> CaseChronology:
        return of_case(self.record.case)

    @cached_property
    def lived(self) -> Sequence[Lived]:
        """Every stay that had begun by the day, in the order in which they began."""
        found = list(self._lived())
        return sorted(found, key=lambda each: begins(each.stay.since))

    @cached_property
    def open(self) -> Sequence[Lived]:
        return [each for each in self.lived if each.is_open_on(self.day)]

    @property
    def home(self) -> Lived | None:
        """Of several open placements the child is in the one that began last."""
        return self.open[-1] if self.open else None

    @cached_property
    def absences(self) -> Sequence[MissingPeriod]:
        """Each time missing or away: who moved in somewhere by the day was back (R-202)."""
        came = moves_in(history.events for history in self.record.of_kind("placement"))
        return absences(self.case, (s for s in came if london_day(s.since) <= self.day))

    @cached_property
    def absence(self) -> MissingPeriod | None:
        return absent_on(self.absences, self.day)

    @cached_property
    def died(self) -> Word | None:
        """On whose word the child is dead by the day."""
        facts = self.by_now(self.record.case)
        return next((word_of(each) for each in facts if isinstance(each.event, ChildDied)), None)

    def by_now(self, facts: Facts) -> Facts:
        """What had happened by the day, in business order."""
        known = (each for each in facts if london_day(each.effective_at) <= self.day)
        return in_business_order(known)

    def case_word(self, event_id: UUID) -> Word:
        return word_on(self.record.case, event_id)

    def _lived(self) -> Iterator[Lived]:
        for history in self.record.of_kind("placement"):
            held = of_placement(history.events)
            for stay in held.stays:
                if london_day(stay.since) <= self.day:
                    yield Lived(history.events, held, stay)
