"""What happens to messages. Nothing in these is personal, and none holds an address."""

from typing import ClassVar

from pydantic import AwareDatetime, Field

from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import EventId, ProviderId
from domain.telling.vocabulary import About, Addressed, MessageId, NotToldBecause, Via


class ProvidersToBeTold(Event):
    """Something waits for these providers because of an event of the search."""

    stored_as: ClassVar[str] = "telling.providers_to_be_told.v1"

    about: About
    because: EventId
    messages: tuple[Addressed, ...]


class MessageDelivered(Event):
    """Whoever carries messages took this one; that somebody read it, nobody can tell."""

    stored_as: ClassVar[str] = "telling.message_delivered.v1"

    message_id: MessageId
    provider_id: ProviderId
    via: Via
    attempts: int = Field(ge=1)
    at: AwareDatetime

    def effective(self) -> When:
        return self.at


class MessageNotDelivered(Event):
    """It did not arrive in so many attempts: somebody must telephone this provider.

    It is given up, or, where a home is asked for within the hour, still tried meanwhile.
    """

    stored_as: ClassVar[str] = "telling.message_not_delivered.v1"

    message_id: MessageId
    provider_id: ProviderId
    why: NotToldBecause
    attempts: int = Field(ge=1)
    at: AwareDatetime

    def effective(self) -> When:
        return self.at


TellingEvent = ProvidersToBeTold | MessageDelivered | MessageNotDelivered
