"""Telling those who must be told, and deciding who lawfully is not."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from domain.placement.commands.notifications import (
    ExcludeRecipient,
    NotificationCommand,
    RecordAreaNotification,
    RecordNotification,
    RecordNotificationOfEnd,
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
from domain.placement.rules.notifications import (
    named,
    require_excludable,
    require_not_left_out,
    require_told_of_a_start,
)
from domain.placement.rules.start import require_not_before
from domain.placement.rules.stay import require_known_by
from domain.placement.state import Begun, Known, ToCome
from domain.shared.breaches import broken
from domain.shared.errors import WrongState


def decide(placement: ToCome | Begun, command: NotificationCommand) -> Sequence[NotificationEvent]:
    match placement, command:
        case _, RecordNotification():
            return tell(placement, command)
        case _, RecordAreaNotification():
            return notify_area(command)
        case _, ExcludeRecipient():
            return exclude(command)
        case Begun(), RecordNotificationOfEnd():
            return tell_of_end(placement, command)
        case _:
            raise WrongState.of(placement, command)


def tell(placement: Known, command: RecordNotification) -> Sequence[NotificationEvent]:
    require_told_of_a_start(command.to)
    require_known_by(command.known_from, command.on)
    return [NotificationSent(**_word(placement, command))]


def tell_of_end(placement: Begun, command: RecordNotificationOfEnd) -> Sequence[NotificationEvent]:
    require_not_before(placement.started_at, command.on)
    return [TerminationNotified(**_word(placement, command))]


def _word(
    placement: Known, command: RecordNotification | RecordNotificationOfEnd
) -> Mapping[str, Any]:
    """A fact whoever was told: it carries what it broke."""
    to = named(command.to, command.people)
    gate = partial(require_not_left_out, to, placement.particulars.left_out)
    said = {"on": command.on, "means": command.means, "by": command.by}
    return said | {"to": to, "breaches": broken([gate])}


def notify_area(command: RecordAreaNotification) -> Sequence[NotificationEvent]:
    """A fact, whole or not: the clock is met once everything has been given."""
    if not command.contents:
        raise DetailsMissing(["contents"])
    require_known_by(command.known_from, command.on)
    return [
        AreaAuthorityNotified(
            council=command.council,
            on=command.on,
            means=command.means,
            contents=tuple(dict.fromkeys(command.contents)),
            by=command.by,
        )
    ]


def exclude(command: ExcludeRecipient) -> Sequence[NotificationEvent]:
    require_excludable(command.recipient, command.why)
    require_details(because=command.because)
    return [
        RecipientExcluded(
            recipient=named(command.recipient, command.people),
            why=command.why,
            because=command.because,
            on=command.on,
            by=command.by,
            role=command.role,
        )
    ]
