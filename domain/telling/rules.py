"""What telling obeys: a message is asked for once, and what became of it is said once (R-72)."""

from collections.abc import Iterable, Sequence

from domain.shared.errors import NotFound
from domain.shared.vocabulary import ProviderId
from domain.telling.state import Fate, Messages
from domain.telling.vocabulary import Addressed, MessageId


def not_asked_before(messages: Messages, asked: Iterable[Addressed]) -> Sequence[Addressed]:
    """Those whose reference is new. The same cause gives the same references."""
    return [each for each in asked if each.message_id not in messages.to]


def require_known(messages: Messages, message_id: MessageId) -> ProviderId:
    """Whom a message is to; `NotFound` if nobody asked for it."""
    if message_id not in messages.to:
        raise NotFound("No such message.")
    return messages.to[message_id]


def is_news(messages: Messages, message_id: MessageId, fate: Fate) -> bool:
    """Delivered is the last word; given up may still turn out to have arrived."""
    return messages.fates[message_id] not in {fate, Fate.DELIVERED}
