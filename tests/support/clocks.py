"""Clocks, and the facts that open and close them, for tests."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import ClassVar, TypeVar
from uuid import UUID

from domain.clock.snapshot import ClockSnapshot
from domain.shared.calendar import Calendar
from domain.shared.clock_catalogue import C_RESERVE, FIRST_EDITION
from domain.shared.clocks import ClockCode, ClockTerms, Outcome
from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import EventId
from infrastructure.calendar.holidays_edition import first_edition

E = TypeVar("E", bound=Event)

CALENDAR = first_edition()
TERMS = ClockTerms(calendar=CALENDAR, limits=FIRST_EDITION)
ACTOR = Actor(subject="officer-1", role="broker", authority=GssCode("E06000015"))

ANCHOR = UUID(int=1)
ANOTHER = UUID(int=2)
CLOSING = UUID(int=3)
CAUSE = EventId(UUID(int=9))

ANCHORED = datetime(2026, 3, 2, 9, tzinfo=UTC)
DUE = ANCHORED + timedelta(hours=72)


class Happened(Event):
    """Something that opens or closes a clock; the clock does not care what."""

    stored_as: ClassVar[str] = "test.happened.v1"


def fact(
    at: When,
    *,
    event_id: UUID = ANCHOR,
    channel: Channel = Channel.API,
    recorded_at: datetime | None = None,
) -> Recorded[Happened]:
    """A fact, true `at`, recorded then or later."""
    return told(Happened(), at=at, event_id=event_id, channel=channel, recorded_at=recorded_at)


def told(
    event: E,
    *,
    at: When | None = None,
    position: int = 1,
    event_id: UUID = ANCHOR,
    channel: Channel = Channel.API,
    recorded_at: datetime | None = None,
) -> Recorded[E]:
    recorded = recorded_at or (at if isinstance(at, datetime) else ANCHORED)
    return Recorded(
        event=event,
        event_id=event_id,
        stream=StreamId("placement-1"),
        version=position,
        position=position,
        effective_at=recorded if at is None else at,
        recorded_at=recorded,
        actor=ACTOR,
        channel=channel,
        file=FileId("file-1"),
    )


def log(*events: E) -> Sequence[Recorded[E]]:
    """Events as the log would hold them, one after the other, effective as they say."""
    numbers = count(1)
    return [
        told(event, at=event.effective(), position=number, event_id=UUID(int=100 + number))
        for number, event in zip(numbers, events, strict=False)
    ]


def clock(
    key: str = "C-RESERVE:1",
    *,
    code: ClockCode = C_RESERVE,
    anchor: UUID = ANCHOR,
    anchored_at: When = ANCHORED,
    due: datetime = DUE,
    plan_by: date | None = None,
    outcome: Outcome = Outcome.RUNNING,
    closed_at: When | None = None,
) -> ClockSnapshot:
    """A clock as computed: running, unless it is said when it was closed (and then met)."""
    is_closed = closed_at is not None
    return ClockSnapshot(
        code=code,
        key=key,
        anchor=anchor,
        anchored_at=anchored_at,
        due=due,
        plan_by=plan_by,
        outcome=Outcome.MET if is_closed and outcome is Outcome.RUNNING else outcome,
        closed_by=CLOSING if is_closed else None,
        closed_at=closed_at,
    )


def calendar(*holidays: date, edition: str = "test") -> Calendar:
    return Calendar(edition=edition, holidays=frozenset(holidays))
