"""The timeline of one child: every event as a sentence, in business order.

A correction stands beside what it corrects, and the fact stands where it is now believed
to have happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from application.case.record import ChildRecord
from application.case.sentences import sentence
from application.case.word import Word, word_of
from domain.case.events import LegalStatusCorrected
from domain.clock.events import ClockBreached
from domain.placement.events import StartCorrected
from domain.shared.envelope import Channel, Recorded
from domain.shared.messages import Milestone
from domain.shared.moments import When, begins, london_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A later word on a fact. `corrects` is the fact, or an earlier correction of it."""

    sentence: str
    name: str
    corrects: UUID
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact. `first_told_as` is given when a correction moved it to `effective_at`."""

    effective_at: When
    sentence: str
    name: str
    milestone: Milestone | None
    channel: Channel
    word: Word
    first_told_as: When | None = None
    corrections: tuple[Correction, ...] = ()


def timeline(record: ChildRecord) -> Sequence[Entry]:
    """All that had happened by the day asked about, as far as it was known."""
    told = [*record.events(), *_breaches(record)]
    corrections = _corrections(told)
    entries = [
        _entry(recorded, corrections.get(recorded.event_id, []))
        for recorded in told
        if _corrects(recorded) is None
    ]
    happened = [entry for entry in entries if london_day(entry.effective_at) <= record.day]
    return sorted(happened, key=_business_order)


def _breaches(record: ChildRecord) -> Iterable[Recorded[Any]]:
    for history in record.clocks:
        yield from (each for each in history.events if isinstance(each.event, ClockBreached))


def _corrections(told: Iterable[Recorded[Any]]) -> Mapping[UUID, list[Recorded[Any]]]:
    """By the id of each fact, its corrections and theirs, as they were recorded (6-05)."""
    fact_of: dict[UUID, UUID] = {}
    found: dict[UUID, list[Recorded[Any]]] = defaultdict(list)
    for recorded in sorted(told, key=lambda each: each.position):
        if (corrected := _corrects(recorded)) is not None:
            fact_of[recorded.event_id] = fact = fact_of.get(corrected, corrected)
            found[fact].append(recorded)
    return found


def _corrects(recorded: Recorded[Any]) -> UUID | None:
    corrected: UUID | None = getattr(recorded.event, "corrects", None)
    return corrected


def _entry(recorded: Recorded[Any], corrections: Sequence[Recorded[Any]]) -> Entry:
    believed = _believed(corrections[-1]) if corrections else recorded.effective_at
    return Entry(
        effective_at=believed,
        sentence=sentence(recorded.event),
        name=recorded.event.stored_as,
        milestone=recorded.event.milestone,
        channel=recorded.channel,
        word=word_of(recorded),
        first_told_as=recorded.effective_at if believed != recorded.effective_at else None,
        corrections=tuple(_correction(each) for each in corrections),
    )


def _believed(correction: Recorded[Any]) -> When:
    """When a corrected fact is now believed to have happened."""
    match correction.event:
        case LegalStatusCorrected(now=now):
            return now.since
        case StartCorrected(at=at):
            return at
        case _:
            return correction.effective_at


def _correction(recorded: Recorded[Any]) -> Correction:
    return Correction(
        sentence=sentence(recorded.event),
        name=recorded.event.stored_as,
        corrects=recorded.event.corrects,
        word=word_of(recorded),
    )


def _business_order(entry: Entry) -> tuple[datetime, int]:
    return begins(entry.effective_at), entry.word.position
