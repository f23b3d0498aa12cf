"""Which editions of the reference data are in force on a day."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from application.shared.ports import Reads
from domain.reference.chronology import edition_in_force
from domain.reference.events import (
    CalendarPublished,
    ClockLimitsPublished,
    ClockWarningsPublished,
    CodeListsPublished,
    OfficeHoursPublished,
    ReferenceEvent,
)
from domain.reference.sets import SetName, stream_of
from domain.shared.clocks import ClockTerms
from domain.shared.code_lists import CodeLists
from domain.shared.warnings import Warnings

E = TypeVar("E", bound=ReferenceEvent)


class NoEdition(Exception):
    """A set that clocks are computed with has no edition in force: the service is not set up."""


@dataclass(frozen=True)
class Editions:
    streams: Reads

    def clock_terms(self, day: date) -> ClockTerms:
        """What clocks are computed with on a day: calendar, limits and office hours."""
        return ClockTerms(
            calendar=self._in_force(SetName.CALENDAR, CalendarPublished, day).calendar,
            limits=self._in_force(SetName.CLOCK_LIMITS, ClockLimitsPublished, day).limits,
            office_hours=self._in_force(
                SetName.OFFICE_HOURS, OfficeHoursPublished, day
            ).office_hours,
        )

    def warnings(self, day: date) -> Warnings:
        """When to warn of a clock, and whom, on a day."""
        return self._in_force(SetName.CLOCK_WARNINGS, ClockWarningsPublished, day).warnings

    def code_lists(self, day: date) -> CodeLists:
        """The lists of codes in force on a day; none where no edition was published."""
        edition = edition_in_force(self.streams.read(stream_of(SetName.CODE_LISTS)).events, day)
        return edition.code_lists if isinstance(edition, CodeListsPublished) else CodeLists()

    def _in_force(self, set_name: SetName, kind: type[E], day: date) -> E:
        history = self.streams.read(stream_of(set_name))
        edition = edition_in_force(history.events, day)
        if not isinstance(edition, kind):
            raise NoEdition(set_name)
        return edition
