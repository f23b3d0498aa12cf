"""A provider whom no message reached knows after all: somebody called it, or it came (R-122)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
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
    """Which provider of which search, and of which message alone; a call is about all of them.

    What was said `at` an instant tells of nothing that was lost after it, however late it is
    written down.
    """

    search: StreamId
    provider_id: ProviderId
    message_id: UUID | None = None
    at: datetime | None = None

    def lost_before(self, streams: Reads) -> Iterator[Recorded[Any]]:
        """The messages that asked for a call to that provider. What is lost later asks anew."""
        for recorded in streams.read(telling_stream(self.search)).events:
            if self.at is not None and recorded.recorded_at > self.at:
                continue
            if isinstance(recorded.event, MessageNotDelivered) and self._names(recorded.event):
                yield recorded

    def _names(self, lost: MessageNotDelivered) -> bool:
        of_message = self.message_id in (None, lost.message_id)
        return of_message and lost.provider_id == self.provider_id


def told_by_now(recorded: Recorded[Any]) -> ToldAfterAll | None:
    """Somebody was spoken to, or the message came; a call that nobody took tells nobody."""
    match recorded.event:
        case TelephoneContactRecorded(outcome=ContactOutcome.SPOKE) as call:
            return ToldAfterAll(recorded.stream, call.provider_id, at=call.at)
        case OfferSubmitted(entered=entered) | LateOfferReceived(entered=entered) if entered:
            provider_id = recorded.event.provider_id
            return ToldAfterAll(recorded.stream, provider_id, at=entered.said_at)
        case MessageDelivered(provider_id=provider_id, message_id=message_id):
            return ToldAfterAll(search_of(recorded.stream), provider_id, message_id)
        case _:
            return None
