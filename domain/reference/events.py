"""What can happen to a set of reference data: an edition is published."""

from datetime import date
from typing import ClassVar

from domain.reference.sets import SetName
from domain.shared.calendar import Calendar, OfficeHours
from domain.shared.clocks import ClockCode
from domain.shared.code_lists import CodeLists
from domain.shared.deadlines import Limit
from domain.shared.messages import Event
from domain.shared.vocabulary import Subject
from domain.shared.warnings import Warnings


class EditionPublished(Event):
    """One edition of a set, whole, with where it comes from and who vouches for it.

    It is effective when it is recorded. From when it is to be used is `in_force_from`,
    which may lie ahead; `chronology` puts the editions in that order.
    """

    set_name: ClassVar[SetName]

    edition: str
    in_force_from: date
    source: str
    approved_by: Subject


class CalendarPublished(EditionPublished):
    """The bank holidays, oldest first."""

    stored_as: ClassVar[str] = "reference.calendar_published.v1"
    set_name = SetName.CALENDAR

    holidays: tuple[date, ...]

    @property
    def calendar(self) -> Calendar:
        return Calendar(edition=self.edition, holidays=frozenset(self.holidays))


class ClockLimitsPublished(EditionPublished):
    """The limit of every clock, by code."""

    stored_as: ClassVar[str] = "reference.clock_limits_published.v1"
    set_name = SetName.CLOCK_LIMITS

    limits: dict[ClockCode, Limit]


class ClockWarningsPublished(EditionPublished):
    """When to warn of a clock, and the roles that meet it (R14)."""

    stored_as: ClassVar[str] = "reference.clock_warnings_published.v1"
    set_name = SetName.CLOCK_WARNINGS

    warnings: Warnings


class CodeListsPublished(EditionPublished):
    """The codes that may be chosen, list by list (R-31)."""

    stored_as: ClassVar[str] = "reference.code_lists_published.v1"
    set_name = SetName.CODE_LISTS

    code_lists: CodeLists


class OfficeHoursPublished(EditionPublished):
    """When the placements team is at work (R-03)."""

    stored_as: ClassVar[str] = "reference.office_hours_published.v1"
    set_name = SetName.OFFICE_HOURS

    office_hours: OfficeHours


ReferenceEvent = (
    CalendarPublished
    | ClockLimitsPublished
    | ClockWarningsPublished
    | CodeListsPublished
    | OfficeHoursPublished
)
