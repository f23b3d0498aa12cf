"""What every handler has at hand: the streams, the clock, new ids, and the way to act.

A handler gathers what the moment and the registers say and hands it over in a command.
It takes no decisions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from application.shared.casework import Act, Ask, Casework
from application.shared.ports import Clock, Ids, Occasion, Receipt, Streams
from domain.shared.decider import Decider
from domain.shared.envelope import FileId, StreamId
from domain.shared.errors import NotFound
from domain.shared.messages import Command
from domain.shared.moments import london_day

S = TypeVar("S")
Known = TypeVar("Known")

NO_IDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Office:
    casework: Casework
    streams: Streams
    clock: Clock
    ids: Ids

    def now(self) -> datetime:
        return self.clock.now()

    def today(self) -> date:
        return london_day(self.clock.now())

    def state(self, decider: Decider[Any, S, Any], stream: StreamId) -> S:
        """A stream as deciding remembers it; the initial state if nothing has happened."""
        return self.streams.read(stream).folded(decider)

    def known(self, decider: Decider[Any, Any, Any], stream: StreamId, kind: type[Known]) -> Known:
        """A stream that must be there, in the state that it must at least have reached."""
        state = self.state(decider, stream)
        if not isinstance(state, kind):
            raise NotFound
        return state

    def file_of(self, stream: StreamId) -> FileId:
        file = self.streams.read(stream).file
        if file is None:
            raise NotFound
        return file

    def act(
        self,
        occasion: Occasion,
        stream: StreamId,
        decider: Decider[Any, Any, Any],
        command: Command,
        *,
        expecting: int | None = None,
        ids: Mapping[str, str] = NO_IDS,
    ) -> Receipt:
        """One command to one stream that needs nothing from any other."""
        ask = Ask(stream, decider, command, expecting=expecting)
        return self.casework.do(occasion, lambda: Act([ask], ids), turn=stream)


def stream_of(capability: str, identity: UUID) -> StreamId:
    return StreamId(f"{capability}-{identity}")
