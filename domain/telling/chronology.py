"""What became of each message, told again from the stream: when it was asked for, and its end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ProviderId
from domain.telling.events import MessageDelivered, MessageNotDelivered, ProvidersToBeTold
from domain.telling.state import Fate
from domain.telling.vocabulary import About, MessageId, NotToldBecause, Via


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOf:
    """One message. `ended_at` is when it was delivered or given up; none while it waits."""

    message_id: MessageId
    provider_id: ProviderId
    invitation_id: UUID
    about: About
    asked_at: datetime
    fate: Fate = Fate.WAITING
    via: Via | None = None
    why_not: NotToldBecause | None = None
    attempts: int | None = None
    ended_at: datetime | None = None


def messages(history: Sequence[Recorded[Any]]) -> Sequence[ToldOf]:
    """Every message in the order in which it was asked for."""
    found: dict[MessageId, ToldOf] = {}
    for recorded in history:
        event = recorded.event
        match event:
            case ProvidersToBeTold():
                found |= {each.message_id: each for each in _asked(event, recorded.recorded_at)}
            case MessageDelivered(message_id=message_id):
                ended = {"fate": Fate.DELIVERED, "via": event.via, "why_not": None}
                found[message_id] = _ended(found[message_id], event, ended)
            case MessageNotDelivered(message_id=message_id):
                given_up = {"fate": Fate.NOT_DELIVERED, "why_not": event.why}
                found[message_id] = _ended(found[message_id], event, given_up)
    return list(found.values())


def _asked(event: ProvidersToBeTold, at: datetime) -> Sequence[ToldOf]:
    return [
        ToldOf(
            message_id=each.message_id,
            provider_id=each.provider_id,
            invitation_id=each.invitation_id,
            about=event.about,
            asked_at=at,
        )
        for each in event.messages
    ]


def _ended(
    told: ToldOf, event: MessageDelivered | MessageNotDelivered, how: dict[str, Any]
) -> ToldOf:
    return replace(told, attempts=event.attempts, ended_at=event.at, **how)
