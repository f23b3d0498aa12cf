"""The library's mapper: chains each event to its predecessor as it is turned into a row."""

from typing import Any, cast

from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.digests import digest


class ChainingMapper(Mapper[str]):
    """One for each append. `heads` are the digests that the new events come after."""

    def __init__(self, codec: Codec, heads: dict[str, bytes]) -> None:
        super().__init__(transcoder=_UNUSED)
        self.codec = codec
        self.heads = heads

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        recorded = cast("Recorded[Event]", domain_event)
        stream, name = recorded.stream, recorded.event.stored_as
        body = self.codec.encode(recorded, self.heads[stream])
        self.heads[stream] = digest(stream, recorded.version, name, body)
        return StoredEvent(stream, recorded.version, name, body)

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        return self.codec.decode(stored_event)


# The library asks for a transcoder; ours is the codec, which validates what it reads.
_UNUSED = JSONTranscoder()
