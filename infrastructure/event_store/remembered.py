"""Streams that were read lately, decoded, so that only what has been added is read again.

What is remembered is good only while the key ring still has the key that opened it. Once a
file is erased, here or by another process, its streams are read and opened anew.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from application.shared.ports import History
from domain.shared.envelope import FileId, StreamId

MOST_KEPT = 4096
"""Events, of all streams together."""

SECONDS = 5.0
"""How long what was sealed is kept after it was last asked for."""

UNSEALED = object()
"""In the place of a key's sign, where nothing had to be opened."""


@dataclass(slots=True)
class Kept:
    """A stream as it was read, and the sign of the key that opened it: never the key."""

    history: History[Any]
    file: FileId
    sign: object
    asked_at: float


@dataclass
class Remembered:
    sign_of: Callable[[FileId], object]
    """The sign of the key that opens a file now; none once it has been erased."""

    clock: Callable[[], float] = time.monotonic
    kept: OrderedDict[StreamId, Kept] = field(default_factory=OrderedDict)
    events: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, stream: StreamId) -> Kept | None:
        """A true beginning of the stream, if one is remembered."""
        with self.lock:
            kept = self.kept.get(stream)
        if kept is None:
            return None
        # Outside of the lock: the ring may have to ask its database.
        good = kept.sign is UNSEALED or self.sign_of(kept.file) is kept.sign
        with self.lock:
            if self.kept.get(stream) is kept:
                if good:
                    kept.asked_at = self.clock()
                    self.kept.move_to_end(stream)
                else:
                    self._forget(stream)
        return kept if good else None

    def keep(self, history: History[Any], file: FileId, sign: object) -> None:
        """Remember a stream that this key opened; the streams read longest ago go."""
        if sign is None:
            return
        with self.lock:
            held = self.kept.get(history.stream)
            if held and _goes_further(held, history, sign):
                return
            self._forget(history.stream)
            self.kept[history.stream] = Kept(history, file, sign, self.clock())
            self.events += len(history.events)
            while self.events > MOST_KEPT:
                self._forget(next(iter(self.kept)))

    def forget(self, file: FileId) -> None:
        """Forget every stream of a file."""
        with self.lock:
            for stream in [stream for stream, kept in self.kept.items() if kept.file == file]:
                self._forget(stream)

    def sweep(self) -> None:
        """Forget what was sealed and has not been asked for in a while."""
        with self.lock:
            before = self.clock() - SECONDS
            for stream in [
                stream
                for stream, kept in self.kept.items()
                if kept.sign is not UNSEALED and kept.asked_at < before
            ]:
                self._forget(stream)

    def _forget(self, stream: StreamId) -> None:
        kept = self.kept.pop(stream, None)
        if kept is not None:
            self.events -= len(kept.history.events)


def _goes_further(held: Kept, history: History[Any], sign: object) -> bool:
    """Whether more is remembered already, and as well guarded.

    A beginning of which nothing was sealed never takes the place of what a key had to open: it
    would be good for ever, and so would be what deciders remembered of it.
    """
    if sign is UNSEALED and held.sign is not UNSEALED:
        return True
    return held.sign is sign and held.history.version > history.version
