"""Streams kept in memory: for laws over handlers, where a database would only be slow."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from application.shared.casework import Casework
from application.shared.office import Office
from application.shared.ports import History, Occasion, Receipt, Writing
from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.errors import VersionConflict
from domain.shared.messages import Event
from infrastructure.read_models.owners import owner_by

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


@dataclass
class MemoryStreams:
    """Everything in one list, in the order in which it was told."""

    log: list[Recorded[Any]] = field(default_factory=list)

    def read(self, stream: StreamId, up_to: int | None = None) -> History[Any]:
        events = tuple(
            each
            for each in self.log
            if each.stream == stream and (up_to is None or each.position <= up_to)
        )
        return History(stream, events, len(events), b"", events[0].file if events else None)

    def append(
        self, writings: Sequence[Writing], occasion: Occasion, ids: Mapping[str, str]
    ) -> Receipt:
        for writing in writings:
            for version, event in enumerate(writing.events, start=writing.after.version + 1):
                self._note(writing, version, event, occasion)
        return Receipt(stream="", version=0, ids=ids)

    def done_before(self, _: Occasion) -> Receipt | None:
        """Nothing here is asked twice."""
        return None

    def streams_of(self, case_id: UUID, up_to: int | None = None) -> Sequence[StreamId]:
        """As the owners' read model tells them."""
        return [
            each.stream
            for each in self.log
            if each.version == 1
            and case_id in owner_by(each).children
            and (up_to is None or each.position <= up_to)
        ]

    def _note(self, writing: Writing, version: int, event: Event, occasion: Occasion) -> None:
        self.log.append(
            Recorded(
                event=event,
                event_id=uuid4(),
                stream=writing.after.stream,
                version=version,
                position=len(self.log) + 1,
                effective_at=event.effective() or occasion.now,
                recorded_at=occasion.now,
                actor=occasion.actor,
                channel=occasion.channel,
                file=writing.file,
            )
        )


@dataclass
class Contended(MemoryStreams):
    """Streams on which a decision is refused that rests on less than stands there by now.

    Each append takes so many seconds, so that others decide meanwhile.
    """

    pause: float = 0.0
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def append(
        self, writings: Sequence[Writing], occasion: Occasion, ids: Mapping[str, str]
    ) -> Receipt:
        time.sleep(self.pause)
        with self.one_at_a_time:
            for writing in writings:
                if self.read(writing.after.stream).version != writing.after.version:
                    raise VersionConflict
            return super().append(writings, occasion, ids)


class NoKeys:
    """Nothing is sealed in memory."""

    def create(self, file: FileId) -> None:
        """There is no key to make."""

    def is_destroyed(self, file: FileId) -> bool:
        """Nothing is ever erased."""
        del file
        return False


class StandingClock:
    def now(self) -> datetime:
        return NOW


class AnyIds:
    def new(self) -> UUID:
        return uuid4()


class NowhereFar:
    """Distances that are not known."""

    def tenths(self, *_: str | None) -> int | None:
        return None

    def district(self, _: str) -> GssCode | None:
        return None


def office_of(streams: MemoryStreams) -> Office:
    return Office(Casework(streams, NoKeys()), streams, StandingClock(), AnyIds())


def occasion() -> Occasion:
    return Occasion(
        actor=Actor(subject="demo-broker", role="broker", authority=GssCode("E06000015")),
        now=NOW,
        channel=Channel.SYSTEM,
        correlation=uuid4(),
        give_up_at=time.monotonic() + 10,
    )
