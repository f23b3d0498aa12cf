"""Every transition of the messages of a search, in one table."""

from collections.abc import Sequence

from domain.telling.commands import (
    NoteDelivered,
    NoteNotDelivered,
    TellingCommand,
    TellProviders,
)
from domain.telling.events import (
    MessageDelivered,
    MessageNotDelivered,
    ProvidersToBeTold,
    TellingEvent,
)
from domain.telling.rules import is_news, not_asked_before, require_known
from domain.telling.state import Fate, Messages


def decide(messages: Messages, command: TellingCommand) -> Sequence[TellingEvent]:
    """Turn a command into the events it causes. Asked again, it causes none."""
    match command:
        case TellProviders():
            return tell(messages, command)
        case NoteDelivered():
            return note_delivered(messages, command)
        case NoteNotDelivered():
            return note_not_delivered(messages, command)


def tell(messages: Messages, command: TellProviders) -> Sequence[TellingEvent]:
    asked = not_asked_before(messages, command.messages)
    if not asked:
        return []
    told = ProvidersToBeTold(about=command.about, because=command.because, messages=tuple(asked))
    return [told]


def note_delivered(messages: Messages, command: NoteDelivered) -> Sequence[TellingEvent]:
    provider_id = require_known(messages, command.message_id)
    if not is_news(messages, command.message_id, Fate.DELIVERED):
        return []
    return [MessageDelivered(provider_id=provider_id, **dict(command))]


def note_not_delivered(messages: Messages, command: NoteNotDelivered) -> Sequence[TellingEvent]:
    provider_id = require_known(messages, command.message_id)
    if not is_news(messages, command.message_id, Fate.NOT_DELIVERED):
        return []
    return [MessageNotDelivered(provider_id=provider_id, **dict(command))]
