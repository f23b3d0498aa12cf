"""The deadlines of one child on a day, computed from the history as it was cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from application.case.record import ChildRecord
from application.clock.owners import clocks_of
from application.shared.ports import History
from domain.shared.clock_catalogue import TIMERS
from domain.shared.clocks import Clock, Outcome, ran_out
from domain.shared.envelope import Recorded, StreamId
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import CaseId
from domain.shared.warnings import Warned, Window, warned


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One clock as it stood on the day: its legal due instant, and the working day to plan by."""

    stream: str
    code: str
    key: str
    anchored_at: When
    due: datetime
    plan_by: date | None
    outcome: Outcome
    closed_at: When | None
    breached: bool
    warned: Warned | None


@dataclass(frozen=True, slots=True)
class OnRecord:
    """`application.clock.owners.Child`: the streams of one child as they were cut."""

    record: ChildRecord

    def case(self, _: CaseId) -> Sequence[Recorded[Any]]:
        return self.record.case

    def placements(self, _: CaseId) -> Sequence[History[Any]]:
        return list(self.record.of_kind("placement"))


def deadlines(record: ChildRecord) -> Sequence[Deadline]:
    """Every clock that had begun by the day, met and stopped ones too, the first due first."""
    found = [
        _on(record, history.stream, clock)
        for history in record.streams
        for clock in clocks_of(history, record.terms, OnRecord(record), record.of.judged_at)
        if london_day(clock.anchored_at) <= record.day
    ]
    return sorted(found, key=lambda deadline: (deadline.due, deadline.key))


def running(record: ChildRecord) -> Sequence[Deadline]:
    """What is still to be done on the day."""
    return [each for each in deadlines(record) if each.outcome is Outcome.RUNNING]


def _on(record: ChildRecord, stream: StreamId, clock: Clock) -> Deadline:
    closed_at = clock.closed_at
    if closed_at is not None and london_day(closed_at) > record.day:
        closed_at = None
    is_open = clock.closed_at is not None and closed_at is None
    known = clock.outcome is not Outcome.NOT_KNOWN
    runs_on = is_open or clock.outcome is Outcome.RUNNING
    is_late = clock.code not in TIMERS and ran_out(clock.due.at, closed_at, record.of.judged_at)
    return Deadline(
        stream=stream,
        code=clock.code,
        key=clock.key,
        anchored_at=clock.anchored_at,
        due=clock.due.at,
        plan_by=clock.due.plan_by,
        outcome=Outcome.RUNNING if runs_on else clock.outcome,
        closed_at=closed_at,
        breached=known and is_late,
        warned=_warned(record, clock) if runs_on else None,
    )


def _warned(record: ChildRecord, clock: Clock) -> Warned | None:
    if clock.paused_until is not None and record.of.judged_at < clock.paused_until:
        return None
    window = Window(
        anchored_at=clock.anchored_at,
        due=clock.due.at,
        counted_in_days=clock.due.plan_by is not None,
    )
    return warned(window, record.of.judged_at, record.warnings, record.terms.calendar)
