"""Editions of reference data, for tests."""

from datetime import date

from domain.reference.commands import (
    PublishCalendar,
    PublishClockLimits,
    PublishClockWarnings,
    PublishCodeLists,
    PublishOfficeHours,
)
from domain.reference.events import CalendarPublished
from domain.shared.calendar import OFFICE_HOURS
from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.code_lists import CodeLists, Entry, ListName
from domain.shared.vocabulary import Subject
from domain.shared.warnings import FIRST_WARNINGS

APPROVER = Subject("service-manager-1")
SOURCE = "gov.uk/bank-holidays"
CHRISTMAS = date(2026, 12, 25)
BOXING_DAY_SUBSTITUTE = date(2026, 12, 28)


def publish_calendar(
    edition: str = "2026-1",
    *holidays: date,
    in_force_from: date = date(2026, 1, 1),
    source: str = SOURCE,
    approved_by: Subject = APPROVER,
) -> PublishCalendar:
    return PublishCalendar(
        edition=edition,
        in_force_from=in_force_from,
        source=source,
        approved_by=approved_by,
        holidays=frozenset(holidays),
    )


def calendar_published(
    edition: str = "2026-1", *holidays: date, in_force_from: date = date(2026, 1, 1)
) -> CalendarPublished:
    return CalendarPublished(
        edition=edition,
        in_force_from=in_force_from,
        source=SOURCE,
        approved_by=APPROVER,
        holidays=holidays,
    )


def publish_limits(edition: str = "2026-1") -> PublishClockLimits:
    return PublishClockLimits(
        edition=edition,
        in_force_from=date(2026, 1, 1),
        source="docs/domain/03",
        approved_by=APPROVER,
        limits=FIRST_EDITION,
    )


def publish_warnings(edition: str = "2026-1") -> PublishClockWarnings:
    return PublishClockWarnings(
        edition=edition,
        in_force_from=date(2026, 1, 1),
        source="docs/domain/03, R14",
        approved_by=APPROVER,
        warnings=FIRST_WARNINGS,
    )


def publish_office_hours(edition: str = "2026-1") -> PublishOfficeHours:
    return PublishOfficeHours(
        edition=edition,
        in_force_from=date(2026, 1, 1),
        source="docs/domain/10, R-03",
        approved_by=APPROVER,
        office_hours=OFFICE_HOURS,
    )


ONE_CODE_EACH = CodeLists(
    lists={name: (Entry(code=f"a_{name}", label="A code of this list"),) for name in ListName}
)


def publish_code_lists(
    edition: str = "2026-1", lists: CodeLists = ONE_CODE_EACH
) -> PublishCodeLists:
    return PublishCodeLists(
        edition=edition,
        in_force_from=date(2026, 1, 1),
        source="docs/domain/10, R-31",
        approved_by=APPROVER,
        code_lists=lists,
    )
