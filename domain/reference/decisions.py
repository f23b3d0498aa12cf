"""Every transition of a set of reference data, in one table."""

from collections.abc import Sequence

from domain.reference.commands import (
    PublishCalendar,
    PublishClockLimits,
    PublishClockWarnings,
    PublishCodeLists,
    PublishOfficeHours,
    ReferenceCommand,
)
from domain.reference.events import (
    CalendarPublished,
    ClockLimitsPublished,
    ClockWarningsPublished,
    CodeListsPublished,
    OfficeHoursPublished,
    ReferenceEvent,
)
from domain.reference.rules import require_every_list, require_new_name, require_vouched_for
from domain.reference.state import Published, Reference, Unpublished
from domain.shared.errors import WrongState


def decide(reference: Reference, command: ReferenceCommand) -> Sequence[ReferenceEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match reference:
        case Unpublished():
            return publish((), command)
        case Published(set_name=set_name) if set_name is command.set_name:
            return publish(reference.editions, command)
        case _:
            raise WrongState.of(reference, command)


def publish(
    editions: Sequence[ReferenceEvent], command: ReferenceCommand
) -> Sequence[ReferenceEvent]:
    require_vouched_for(command)
    require_new_name(editions, command.edition)
    require_every_list(command)
    return [_published(command)]


def _published(command: ReferenceCommand) -> ReferenceEvent:
    terms = {
        "edition": command.edition,
        "in_force_from": command.in_force_from,
        "source": command.source,
        "approved_by": command.approved_by,
    }
    match command:
        case PublishCalendar(holidays=holidays):
            return CalendarPublished(**terms, holidays=tuple(sorted(holidays)))
        case PublishClockLimits(limits=limits):
            return ClockLimitsPublished(**terms, limits=dict(sorted(limits.items())))
        case PublishClockWarnings(warnings=warnings):
            return ClockWarningsPublished(**terms, warnings=warnings)
        case PublishCodeLists(code_lists=code_lists):
            return CodeListsPublished(**terms, code_lists=code_lists)
        case PublishOfficeHours(office_hours=office_hours):
            return OfficeHoursPublished(**terms, office_hours=office_hours)
