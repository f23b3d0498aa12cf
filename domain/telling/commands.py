"""What can be asked of the messages of one search."""

from pydantic import AwareDatetime

from domain.shared.messages import Command
from domain.shared.vocabulary import EventId
from domain.telling.vocabulary import About, Addressed, MessageId, NotToldBecause, Via


class TellProviders(Command):
    """Have these providers told, once for each event that is cause to."""

    about: About
    because: EventId
    messages: tuple[Addressed, ...]


class NoteDelivered(Command):
    message_id: MessageId
    via: Via
    attempts: int
    at: AwareDatetime


class NoteNotDelivered(Command):
    message_id: MessageId
    why: NotToldBecause
    attempts: int
    at: AwareDatetime


TellingCommand = TellProviders | NoteDelivered | NoteNotDelivered
