"""What must be remembered of messages: whom each is to, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from domain.shared.errors import CorruptHistory
from domain.shared.vocabulary import ProviderId
from domain.telling.events import (
    MessageDelivered,
    MessageNotDelivered,
    ProvidersToBeTold,
    TellingEvent,
)
from domain.telling.vocabulary import MessageId


class Fate(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    NOT_DELIVERED = "not_delivered"


@dataclass(frozen=True)
class Messages:
    """By reference, in the order in which they were asked for."""

    to: Mapping[MessageId, ProviderId] = field(default_factory=dict)
    fates: Mapping[MessageId, Fate] = field(default_factory=dict)


def evolve(messages: Messages, event: TellingEvent) -> Messages:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    if isinstance(event, ProvidersToBeTold):
        added = {each.message_id: each.provider_id for each in event.messages}
        waiting = dict.fromkeys(added, Fate.WAITING)
        return Messages({**messages.to, **added}, {**messages.fates, **waiting})
    if event.message_id not in messages.to:
        raise CorruptHistory(messages, event)
    fates = {**messages.fates, event.message_id: _fate(event)}
    return replace(messages, fates=fates)


def _fate(event: MessageDelivered | MessageNotDelivered) -> Fate:
    return Fate.DELIVERED if isinstance(event, MessageDelivered) else Fate.NOT_DELIVERED
