"""Streams as they stood when the log was at a position: any question put to them is of then."""

from dataclasses import dataclass
from typing import Any

from application.shared.ports import History, Reads
from domain.shared.envelope import StreamId


@dataclass(frozen=True)
class AsItStood:
    streams: Reads
    position: int

    def read(self, stream: StreamId, up_to: int | None = None) -> History[Any]:
        bound = self.position if up_to is None else min(self.position, up_to)
        return self.streams.read(stream, bound)
