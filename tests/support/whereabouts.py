"""A child's streams put together by hand, and the question where the child is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any
from uuid import UUID

from application.case.record import ChildRecord
from application.case.view.living import settings_of
from application.case.whereabouts import Whereabouts, whereabouts
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.placement import PlacementEvent
from domain.shared.envelope import Recorded, StreamId
from domain.shared.warnings import FIRST_WARNINGS
from tests.support.cases import CASE, case_opened
from tests.support.clocks import TERMS, told

Stream = tuple[StreamId, Iterable[Any]]


def case(*events: Any) -> Stream:
    return StreamId(f"case-{CASE}"), (case_opened(), *events)


def placement(*events: PlacementEvent, number: int = 1) -> Stream:
    return StreamId(f"placement-{UUID(int=number)}"), events


def asked(day: date, *streams: Stream) -> Whereabouts:
    """Where the child is on a day, asked at its end, by all that is on record."""
    return whereabouts(record_of(day, *streams))


def record_of(day: date, *streams: Stream) -> ChildRecord:
    positions = count(1)
    histories = tuple(_history(stream, events, positions) for stream, events in streams)
    placements = [each for each in histories if each.stream.startswith("placement-")]
    lived_in = settings_of(placements)
    return ChildRecord(
        case_id=CASE,
        of=AsOf(day=day, position=None, at=datetime(2027, 1, 1, tzinfo=UTC)),
        position=99,
        terms=TERMS,
        warnings=FIRST_WARNINGS,
        streams=histories,
        homes={each: History(StreamId("setting-1"), (), 0, b"", None) for each in lived_in},
    )


def codes(found: Whereabouts) -> list[str]:
    return [each.code.value for each in found.contradictions]


def _history(stream: StreamId, events: Iterable[Any], positions: "count[int]") -> History[Any]:
    recorded = tuple(_recorded(stream, event, next(positions)) for event in events)
    return History(stream, recorded, len(recorded), b"", None)


def _recorded(stream: StreamId, event: Any, position: int) -> Recorded[Any]:
    at = event.effective() or date(2026, 1, 1)
    fact = told(event, at=at, position=position, event_id=UUID(int=1000 + position))
    return replace(fact, stream=stream)
