"""The breach register of one child: rules that facts broke, and deadlines that ran out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from application.case.record import ChildRecord
from application.case.sentences import breaches_of, sentence
from application.case.word import Word, word_of
from domain.clock.events import ClockBreached
from domain.shared.envelope import Recorded
from domain.shared.moments import When, begins, london_day


class BreachKind(StrEnum):
    RULE = "rule"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedBreach:
    """A breach as it was recorded: it stays, whatever is learnt later."""

    kind: BreachKind
    code: str
    cites: str | None
    detail: str
    since: When
    word: Word


def recorded_breaches(record: ChildRecord) -> Sequence[RecordedBreach]:
    """Every breach dated on the day asked about or before, oldest first."""
    found = [*_of_rules(record), *_of_deadlines(record)]
    by_day = [breach for breach in found if london_day(breach.since) <= record.day]
    return sorted(by_day, key=lambda breach: (begins(breach.since), breach.word.position))


def _of_rules(record: ChildRecord) -> Iterator[RecordedBreach]:
    for recorded in record.events():
        for breach in breaches_of(recorded.event):
            yield RecordedBreach(
                kind=BreachKind.RULE,
                code=breach.code,
                cites=breach.cites,
                detail=breach.detail,
                since=recorded.effective_at,
                word=word_of(recorded),
            )


def _of_deadlines(record: ChildRecord) -> Iterator[RecordedBreach]:
    for history in record.clocks:
        for recorded in history.events:
            if isinstance(recorded.event, ClockBreached):
                yield _ran_out(recorded, recorded.event)


def _ran_out(recorded: Recorded[Any], event: ClockBreached) -> RecordedBreach:
    return RecordedBreach(
        kind=BreachKind.DEADLINE,
        code=event.code,
        cites=None,
        detail=sentence(event),
        since=event.due,
        word=word_of(recorded),
    )
