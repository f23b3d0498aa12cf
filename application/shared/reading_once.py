"""Streams of which each is read once for an attempt: to plan on, and then to decide on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from application.shared.ports import History, Occasion, Receipt, Streams, Writing
from domain.shared.envelope import StreamId


@dataclass(frozen=True)
class ReadOnce:
    """For one thread. An append, whether or not it came through, makes everything fresh.

    What was read stays true: should a stream have moved meanwhile, the append clashes.
    """

    streams: Streams
    held: dict[StreamId, History[Any]] = field(default_factory=dict)

    def read(self, stream: StreamId, up_to: int | None = None) -> History[Any]:
        if up_to is not None:
            return self.streams.read(stream, up_to)
        if stream not in self.held:
            self.held[stream] = self.streams.read(stream)
        return self.held[stream]

    def forget(self) -> None:
        self.held.clear()

    def append(
        self, writings: Sequence[Writing], occasion: Occasion, ids: Mapping[str, str]
    ) -> Receipt:
        self.forget()
        return self.streams.append(writings, occasion, ids)

    def done_before(self, occasion: Occasion) -> Receipt | None:
        return self.streams.done_before(occasion)
