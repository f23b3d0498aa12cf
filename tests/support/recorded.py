"""A history as the log would hold it, for chronologies."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.messages import Event

E = TypeVar("E", bound=Event)

NOON = datetime(2026, 6, 1, 11, tzinfo=UTC)


def event_id(number: int) -> UUID:
    """The id that `recorded` gives the nth event, from one."""
    return UUID(int=number)


def recorded(*events: E) -> Sequence[Recorded[E]]:
    """All recorded at noon on 1 June 2026, in this order, with ids counted from one."""
    return [
        Recorded(
            event=event,
            event_id=event_id(number),
            stream=StreamId("a-stream"),
            version=number,
            position=number,
            effective_at=event.effective() or NOON,
            recorded_at=NOON,
            actor=Actor(subject="officer-1", role="broker", authority=GssCode("E06000015")),
            channel=Channel.API,
            file=FileId("a-file"),
        )
        for number, event in enumerate(events, start=1)
    ]
