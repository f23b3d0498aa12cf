"""A provider whom no message reached knows after all: somebody called it, or it came (R-122)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.shared.ports import Reads
from application.telling.streams import search_of, telling_stream
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted
from domain.referral.events.market import TelephoneContactRecorded
from domain.referral.questions import ContactOutcome
from domain.shared.envelope import Recorded, StreamId
from domain.shared.vocabulary import ProviderId
from domain.telling.events import MessageDelivered, MessageNotDelivered


@dataclass(frozen=True, slots=True)
class ToldAfterAll:
    """Which provider of which search, and of which message alone; a call is about all of them."""

    search: StreamId
    provider_id: ProviderId
    message_id: UUID | None = None

    def lost_before(self, streams: Reads) -> Iterator[Recorded[Any]]:
        """The messages that asked for a call to that provider. What is lost later asks anew."""
        for recorded in streams.read(telling_stream(self.search)).events:
            if isinstance(recorded.event, MessageNotDelivered) and self._names(recorded.event):
                yield recorded

    def _names(self, lost: MessageNotDelivered) -> bool:
        of_message = self.message_id in (None, lost.message_id)
        return of_message and lost.provider_id == self.provider_id


def told_by_now(recorded: Recorded[Any]) -> ToldAfterAll | None:
    """Somebody was spoken to, or the message came; a call that nobody took tells nobody."""
    match recorded.event:
        case TelephoneContactRecorded(provider_id=provider_id, outcome=ContactOutcome.SPOKE):
            return ToldAfterAll(recorded.stream, provider_id)
        case OfferSubmitted() | LateOfferReceived() as offered if offered.entered is not None:
            return ToldAfterAll(recorded.stream, offered.provider_id)
        case MessageDelivered(provider_id=provider_id, message_id=message_id):
            return ToldAfterAll(search_of(recorded.stream), provider_id, message_id)
        case _:
            return None
