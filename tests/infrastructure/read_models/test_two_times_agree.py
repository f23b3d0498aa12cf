"""Bitemporal rows and the fold of the cut log give the same answer on any day, at any position.

So a list or a report as at D and as known at T rests on the same facts as the case view.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain import case, placement
from domain.case.chronology import chronology as case_chronology
from domain.case.commands import CorrectLegalStatus
from domain.case.corrections import standing_fact
from domain.placement.chronology import chronology as placement_chronology
from domain.placement.commands import CorrectStart, RecordEnd
from domain.placement.endings import Instigator
from domain.placement.events import PlacementStarted, StartCorrected
from domain.shared.chronology import Period, in_force_on
from domain.shared.envelope import StreamId
from domain.shared.errors import CaseworkError
from domain.shared.moments import london_day
from domain.shared.vocabulary import CaseId, EventId, LegalStatus, PlacementId, Subject
from infrastructure.read_models import legal_statuses, stays
from infrastructure.read_models.as_at import known_at, true_on
from interface.bootstrap import Running, bootstrap, prepare
from tests.support import cases, placements
from tests.support.children import tell
from tests.support.databases import PostgresDatabases, SqliteDatabases
from tests.support.service import settings_of

SAID_OF_START = (PlacementStarted, StartCorrected)

FIRST_DAY = date(2026, 1, 1)
days = st.integers(0, 20).map(lambda number: FIRST_DAY + timedelta(days=number))
statuses = st.sampled_from([LegalStatus.CARE_ORDER, LegalStatus.ACCOMMODATED])


@dataclass(frozen=True)
class PutRight:
    """A correction of the nth event of a stream, where that can be corrected."""

    place: int
    on: date
    legal_status: LegalStatus | None = None


of_case = st.one_of(
    st.builds(cases.become, days, statuses),
    st.builds(cases.change, days, statuses | st.just(LegalStatus.CHILD_IN_NEED)),
    st.builds(cases.cease, days),
    st.builds(PutRight, st.integers(1, 6), days, st.none() | statuses),
)
of_placement = st.one_of(
    st.builds(PutRight, st.integers(0, 3), days),
    st.builds(
        RecordEnd,
        at=days,
        reason=st.just("moved_on"),
        instigator=st.just(Instigator.COUNCIL),
        looked_after=st.just(False),
    ),
)
starts = st.builds(placements.record_start, days, arrangement=st.just(placements.arrangement()))
lives = st.tuples(
    st.lists(of_case, max_size=7), starts, st.lists(of_placement, max_size=4), st.booleans()
)
"""What is said of the child, how a stay began, what is said of it; and whether each word is
carried to the read models before the next is said, or all of them at once.
"""


@dataclass
class Lives:
    """A service's log and read models, in which every example tells a new child's life."""

    running: Running
    one_by_one: bool = False

    def tell(
        self, life: tuple[Sequence[Any], Any, Sequence[Any], bool]
    ) -> tuple[StreamId, StreamId]:
        of_care, start, of_stay, self.one_by_one = life
        child, stay = CaseId(uuid4()), PlacementId(uuid4())
        self._case(StreamId(f"case-{child}"), child, of_care)
        self._placement(StreamId(f"placement-{stay}"), child, stay, [start, *of_stay])
        self._carry()
        return StreamId(f"case-{child}"), StreamId(f"placement-{stay}")

    def _case(self, stream: StreamId, child: CaseId, asked: Sequence[Any]) -> None:
        self._tell(stream, case.decider, cases.open_case().model_copy(update={"case_id": child}))
        for each in asked:
            command = each
            if isinstance(each, PutRight):
                command = self._legal_correction(stream, each)
            self._tell(stream, case.decider, command)

    def _placement(
        self, stream: StreamId, child: CaseId, stay: PlacementId, asked: Sequence[Any]
    ) -> None:
        where = {"case_id": child, "placement_id": stay}
        for each in asked:
            command = each
            if isinstance(each, PutRight):
                command = self._start_correction(stream, each)
            elif not isinstance(each, RecordEnd):
                moved = each.arrangement.model_copy(update=where)
                command = each.model_copy(update={"arrangement": moved})
            self._tell(stream, placement.decider, command)

    def _tell(self, stream: StreamId, decider: Any, command: Any) -> None:
        if command is None:
            return
        try:
            tell(self.running, stream, decider, command, wait=False)
        except CaseworkError:
            return
        if self.one_by_one:
            self._carry()

    def _carry(self) -> None:
        while self.running.worker.project():
            pass

    def _legal_correction(self, stream: StreamId, right: PutRight) -> CorrectLegalStatus | None:
        history = self.running.streams.read(stream).events
        if right.place >= len(history):
            return None
        corrects = EventId(history[right.place].event_id)
        return cases.correct(
            standing_fact(history, corrects), on=right.on, legal_status=right.legal_status
        ).model_copy(update={"corrects": corrects})

    def _start_correction(self, stream: StreamId, right: PutRight) -> CorrectStart:
        history = self.running.streams.read(stream).events
        said = [each for each in history if isinstance(each.event, SAID_OF_START)]
        corrects = said[right.place % len(said)].event_id
        return placements.correct_start(right.on, corrects, approved_by=Subject("manager"))

    def positions(self, *streams: StreamId) -> Sequence[int]:
        found = (self.running.streams.read(stream).events for stream in streams)
        return [recorded.position for events in found for recorded in events]


@pytest.fixture(scope="module")
def on_sqlite(
    tmp_path_factory: pytest.TempPathFactory, sqlite_databases: SqliteDatabases
) -> Iterator[Lives]:
    folder = tmp_path_factory.mktemp("lives")
    yield from _opened(folder, sqlite_databases.fresh(folder))


@pytest.fixture(scope="module")
def on_postgres(
    tmp_path_factory: pytest.TempPathFactory, postgres_databases: PostgresDatabases
) -> Iterator[Lives]:
    with postgres_databases.fresh() as url:
        yield from _opened(tmp_path_factory.mktemp("lives"), url)


def _opened(home: Path, database_url: str) -> Iterator[Lives]:
    told = settings_of(home, database_url)
    prepare(told)
    with bootstrap(told) as running:
        running.shelf.ensure()
        yield Lives(running)


def _compared(lived: Lives, life: Any, day: date) -> Iterator[tuple[str, Any, Any]]:
    """What the tables answer, and what the fold does, at each position of the two streams."""
    of_child, of_stay = lived.tell(life)
    for position in lived.positions(of_child, of_stay):
        for stream, model, fold in (
            (of_child, legal_statuses, _statuses),
            (of_stay, stays, _stays),
        ):
            periods = fold(lived, stream, position)
            for each in {day, *_turns(periods)}:
                kept = _rows(lived, model, stream, each, position)
                folded = sorted(map(_brief, in_force_on(periods, each)), key=str)
                yield f"{model.NAME} of {each} at {position}", kept, folded


def _turns(periods: Sequence[Period]) -> Iterator[date]:
    """The days on which something begins or ends: there the two ways could part."""
    for each in periods:
        yield london_day(each.since)
        if each.until is not None:
            yield london_day(each.until)


def _differing(lived: Lives, life: Any, day: date) -> Sequence[tuple[str, Any, Any]]:
    compared = list(_compared(lived, life, day))
    assert compared
    return [(where, kept, folded) for where, kept, folded in compared if kept != folded]


def _statuses(lived: Lives, stream: StreamId, position: int) -> Sequence[Period]:
    return case_chronology(lived.running.streams.read(stream, position).events).legal_statuses


def _stays(lived: Lives, stream: StreamId, position: int) -> Sequence[Period]:
    return placement_chronology(lived.running.streams.read(stream, position).events).stays


def _brief(period: Any) -> tuple[Any, ...]:
    until = period.until and london_day(period.until)
    what = getattr(period, "legal_status", None) or str(period.setting_id)
    return london_day(period.since), until, str(period.source), what


def _rows(
    lived: Lives, model: Any, stream: StreamId, day: date, position: int
) -> Sequence[tuple[Any, ...]]:
    with lived.running.shelf.open(model.NAME) as (connection, (table,)):
        what = table.c.legal_status if model is legal_statuses else table.c.setting_id
        question = select(table.c.since_day, table.c.until_day, table.c.source, what).where(
            table.c.stream == stream, known_at(table, position), true_on(table, day)
        )
        return sorted((tuple(row) for row in connection.execute(question)), key=str)


@given(life=lives, day=days)
@settings(max_examples=40)
@pytest.mark.covers("6-02", "6-05")
def test_the_two_ways_agree_on_sqlite(on_sqlite: Lives, life: Any, day: date) -> None:
    assert _differing(on_sqlite, life, day) == []


@given(life=lives, day=days)
@settings(max_examples=8)
def test_the_two_ways_agree_on_postgresql(on_postgres: Lives, life: Any, day: date) -> None:
    assert _differing(on_postgres, life, day) == []
