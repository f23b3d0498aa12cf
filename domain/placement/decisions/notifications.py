"""Telling those who must be told, and deciding who lawfully is not."""

from collections.abc import Sequence

from domain.placement.commands.notifications import (
    ExcludeRecipient,
    NotificationCommand,
    RecordAreaNotification,
    RecordNotification,
    RecordTerminationNotice,
)
from domain.placement.errors import DetailsMissing
from domain.placement.events.notifications import (
    AreaAuthorityNotified,
    NotificationEvent,
    NotificationSent,
    RecipientExcluded,
    TerminationNotified,
)
from domain.placement.rules.details import require_details
from domain.placement.rules.notifications import require_excludable, require_told_of_a_start
from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun, ToCome
from domain.shared.errors import WrongState


def decide(placement: ToCome | Begun, command: NotificationCommand) -> Sequence[NotificationEvent]:
    match placement, command:
        case _, RecordNotification():
            require_told_of_a_start(command.to)
            return [NotificationSent(**dict(command))]
        case _, RecordAreaNotification():
            return notify_area(command)
        case _, ExcludeRecipient():
            return exclude(command)
        case Begun(), RecordTerminationNotice():
            require_not_before(placement.started_at, command.on)
            return [TerminationNotified(**dict(command))]
        case _:
            raise WrongState.of(placement, command)


def notify_area(command: RecordAreaNotification) -> Sequence[NotificationEvent]:
    """A fact, whole or not: the clock is met once everything has been given."""
    if not command.contents:
        raise DetailsMissing(["contents"])
    contents = tuple(dict.fromkeys(command.contents))
    return [AreaAuthorityNotified(**{**dict(command), "contents": contents})]


def exclude(command: ExcludeRecipient) -> Sequence[NotificationEvent]:
    require_excludable(command.recipient, command.why)
    require_details(because=command.because)
    return [RecipientExcluded(**dict(command))]
