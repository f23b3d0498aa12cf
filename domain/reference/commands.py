"""What can be asked of a set of reference data: publish its next edition."""

from datetime import date
from typing import ClassVar

from domain.reference.sets import SetName
from domain.shared.calendar import OfficeHours
from domain.shared.clocks import ClockCode
from domain.shared.code_lists import CodeLists
from domain.shared.deadlines import Limit
from domain.shared.messages import Command
from domain.shared.vocabulary import Subject
from domain.shared.warnings import Warnings


class PublishEdition(Command):
    """`source` says where it was read, `approved_by` who vouches for it.

    `in_force_from` may lie ahead: a holiday is proclaimed before its edition is used.
    """

    set_name: ClassVar[SetName]

    edition: str
    in_force_from: date
    source: str
    approved_by: Subject


class PublishCalendar(PublishEdition):
    """The bank holidays. Weekends need no naming."""

    set_name = SetName.CALENDAR

    holidays: frozenset[date]


class PublishClockLimits(PublishEdition):
    """The limits of all clocks: one that is left out has none in this edition."""

    set_name = SetName.CLOCK_LIMITS

    limits: dict[ClockCode, Limit]


class PublishClockWarnings(PublishEdition):
    """When a clock that comes nearer is said to, and whose it is to meet."""

    set_name = SetName.CLOCK_WARNINGS

    warnings: Warnings


class PublishCodeLists(PublishEdition):
    """Every list of codes: what is left out of one may not be chosen any more."""

    set_name = SetName.CODE_LISTS

    code_lists: CodeLists


class PublishOfficeHours(PublishEdition):
    set_name = SetName.OFFICE_HOURS

    office_hours: OfficeHours


ReferenceCommand = (
    PublishCalendar
    | PublishClockLimits
    | PublishClockWarnings
    | PublishCodeLists
    | PublishOfficeHours
)
