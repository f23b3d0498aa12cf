"""Streams as they stood at each event of a batch, for all builds that are told of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from application.shared.ports import History
from domain.shared.envelope import Recorded, StreamId
from infrastructure.event_store.digests import NOTHING
from infrastructure.event_store.streams import LogStreams

Place = tuple[StreamId, int]
"""A stream and a version of it."""


@dataclass
class Histories:
    """Each stream is read once, if it did not begin in this batch, and grows event by event."""

    streams: LogStreams
    batch: dict[Place, Recorded[Any]]
    held: dict[Place, History[Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, streams: LogStreams, batch: Iterable[Recorded[Any]]) -> "Histories":
        return cls(streams, {(each.stream, each.version): each for each in batch})

    def __call__(self, recorded: Recorded[Any]) -> History[Any]:
        """The stream of an event, up to and with that event."""
        for each in reversed(self._not_yet_held(recorded)):
            self.held[each.stream, each.version] = self._grown(each)
        return self.held[recorded.stream, recorded.version]

    def _not_yet_held(self, recorded: Recorded[Any]) -> list[Recorded[Any]]:
        """An event and those just before it in the batch, the newest first."""
        found: list[Recorded[Any]] = []
        stream, version = recorded.stream, recorded.version
        while (stream, version) not in self.held and (stream, version) in self.batch:
            found.append(self.batch[stream, version])
            version -= 1
        return found

    def _grown(self, recorded: Recorded[Any]) -> History[Any]:
        stream, version = recorded.stream, recorded.version
        before = self.held.get((stream, version - 1))
        if before is not None:
            # Nobody appends after it, so its head is not worked out.
            return replace(before, events=(*before.events, recorded), version=version, head=NOTHING)
        if version == 1:
            return History(stream, (recorded,), version, NOTHING, recorded.file)
        return self.streams.read(stream, recorded.position)
