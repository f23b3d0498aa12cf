"""Streams that were read lately, decoded, so that only what has been added is read again.

What is remembered is good only while the key ring gives the very key that opened it. Once a
file is erased, here or by another process, its streams are read and opened anew.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from application.shared.ports import History
from domain.shared.envelope import FileId, StreamId

MOST_KEPT = 4096
"""Events, of all streams together."""

UNSEALED = object()
"""In the place of a key, where nothing had to be opened."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stream as it was read, and what it was opened with."""

    history: History[Any]
    file: FileId
    key: object


@dataclass
class Remembered:
    key_of: Callable[[FileId], object]
    """What opens a file now; none once it has been erased."""

    kept: OrderedDict[StreamId, Kept] = field(default_factory=OrderedDict)
    events: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, stream: StreamId) -> Kept | None:
        """A true beginning of the stream, if one is remembered."""
        with self.lock:
            kept = self.kept.get(stream)
            if kept is None:
                return None
            if kept.key is not UNSEALED and self.key_of(kept.file) is not kept.key:
                self._forget(stream)
                return None
            self.kept.move_to_end(stream)
            return kept

    def keep(self, history: History[Any], file: FileId, key: object) -> None:
        """Remember a stream that was opened with this key; the streams read longest ago go."""
        if key is None:
            return
        with self.lock:
            held = self.kept.get(history.stream)
            if held is not None and held.key is key and held.history.version > history.version:
                return
            self._forget(history.stream)
            self.kept[history.stream] = Kept(history, file, key)
            self.events += len(history.events)
            while self.events > MOST_KEPT:
                self._forget(next(iter(self.kept)))

    def _forget(self, stream: StreamId) -> None:
        kept = self.kept.pop(stream, None)
        if kept is not None:
            self.events -= len(kept.history.events)
