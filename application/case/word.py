"""On whose word something is believed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.shared.envelope import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The event that says so, who recorded it in which role, and when."""

    event_id: UUID
    stream: str
    position: int
    recorded_by: str
    role: str
    recorded_at: datetime


def word_of(recorded: Recorded[Any]) -> Word:
    return Word(
        event_id=recorded.event_id,
        stream=recorded.stream,
        position=recorded.position,
        recorded_by=recorded.actor.subject,
        role=recorded.actor.role,
        recorded_at=recorded.recorded_at,
    )


def word_on(events: Iterable[Recorded[Any]], event_id: UUID) -> Word:
    """The word of the event with this id, which the history must hold."""
    return next(word_of(recorded) for recorded in events if recorded.event_id == event_id)
