"""The live worklist of clocks, and the same as at any day and as known at any instant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, ColumnElement, Date, Select, Table, Text, and_, or_, select
from sqlalchemy import Row as SqlRow

from application.clock.breaches import RanOut
from application.clock.owners import owner_of
from application.clock.queries import DueClock, OfRole, Place, Wanted, Whose
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.clock.chronology import ClockRun, runs
from domain.clock.events import ClockEvent
from domain.shared.clock_catalogue import TIMERS
from domain.shared.clocks import Outcome, ran_out
from domain.shared.envelope import GssCode, StreamId
from domain.shared.moments import begins, end_of_day
from infrastructure.columns import Instant
from infrastructure.read_models.allocations import NAME as ALLOCATIONS
from infrastructure.read_models.allocations import is_open_to
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.kept_to import Lists, kept_to
from infrastructure.read_models.owners import NAME as OWNERS
from infrastructure.read_models.parts import Parts
from infrastructure.read_models.sheets import Row

NAME = "worklist"
AT_LAST = datetime.max.replace(tzinfo=UTC)


def rows(history: History[ClockEvent], key: str) -> Iterable[Row]:
    """Of one clock: what was said of any other does not concern it."""
    authority = history.events[0].actor.authority
    for run in runs(each for each in history.events if each.event.key == key):
        yield {
            **times(run),
            "authority": authority,
            "owner": owner_of(history.stream),
            "key": run.key,
            "code": run.code,
            "due": run.due,
            "plan_by": run.plan_by,
            "outcome": run.outcome,
            "to_note": _to_note(run),
            "paused_until": run.paused_until,
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False),
        Column("owner", Text, nullable=False),
        Column("key", Text, nullable=False),
        Column("code", Text, nullable=False),
        Column("due", Instant, nullable=False, index=True),
        Column("plan_by", Date),
        Column("outcome", Text, nullable=False),
        Column("to_note", Boolean, nullable=False),
        Column("paused_until", Instant),
    )


PARTS = Parts("key", of=lambda event: str(event.key))

MODEL = Bitemporal(NAME, 3, "clock", columns, rows, PARTS).read_model()


@dataclass(frozen=True)
class StoredWorklist:
    reading: Reading

    def running(
        self,
        whose: Whose,
        of: AsOf,
        wanted: Wanted,
        theirs: OfRole | None,
        *,
        after: Place | None,
        limit: int,
    ) -> Sequence[DueClock]:
        with self.reading(NAME, OWNERS, ALLOCATIONS) as (connection, tables):
            table, owned, children, allocated = tables
            lists = Lists(owned, children, allocated)
            question = (
                running_at(table, of)
                .add_columns(owned.c.case_id)
                .join(owned, owned.c.stream == table.c.owner)
                .where(table.c.authority == whose.authority)
                .where(*kept_to(wanted.about, table.c.owner, table.c.key, lists, whose.today))
                .where(*_due_when(table, wanted, of))
                .order_by(table.c.due, table.c.owner, table.c.key)
                .limit(limit)
            )
            if whose.related is not None:
                mine = is_open_to(allocated, children, owned.c.stream, whose.related, whose.today)
                question = question.where(mine)
            if theirs is not None:
                question = question.where(_of_role(table, theirs))
            if after is not None:
                question = question.where(_beyond(table, after))
            found = connection.execute(question).all()
        return [_due(row, of) for row in found]

    def of_streams(self, streams: Sequence[str], of: AsOf) -> Sequence[DueClock]:
        with self.reading(NAME, OWNERS) as (connection, (table, owned, _)):
            question = (
                running_at(table, of)
                .add_columns(owned.c.case_id)
                .join(owned, owned.c.stream == table.c.owner)
                .where(table.c.owner.in_(streams))
                .order_by(table.c.due, table.c.owner, table.c.key)
            )
            found = connection.execute(question).all()
        return [_due(row, of) for row in found]

    def ran_out(self, now: datetime, limit: int) -> Sequence[RanOut]:
        with self.reading(NAME) as (connection, (table,)):
            question = (
                select(table.c.stream, table.c.key, table.c.authority)
                .where(known_at(table, None), table.c.due < now, table.c.to_note)
                .order_by(table.c.due)
                .limit(limit)
            )
            found = connection.execute(question).all()
        return [RanOut(StreamId(r.stream), r.key, GssCode(r.authority)) for r in found]

    def next_due(self, after: datetime) -> datetime | None:
        with self.reading(NAME) as (connection, (table,)):
            return connection.scalar(
                select(table.c.due)
                .where(known_at(table, None), table.c.outcome == Outcome.RUNNING)
                .where(table.c.due > after)
                .order_by(table.c.due)
                .limit(1)
            )


def _due(row: SqlRow[Any], of: AsOf) -> DueClock:
    return DueClock(
        stream=row.owner,
        case_id=UUID(row.case_id) if row.case_id else None,
        code=row.code,
        key=row.key,
        anchored_at=row.since,
        due=row.due,
        plan_by=row.plan_by,
        breached=of.judged_at > row.due and row.code not in TIMERS,
        paused_until=_still(row.paused_until, of),
    )


def _still(until: datetime | None, of: AsOf) -> datetime | None:
    """Until when a clock stands still, where it does at the moment asked about."""
    return until if until is not None and of.judged_at < until else None


def _due_when(table: Table, wanted: Wanted, of: AsOf) -> Iterator[ColumnElement[bool]]:
    if wanted.overdue:
        yield and_(table.c.due < of.judged_at, table.c.code.not_in(TIMERS))
    if wanted.due_from is not None:
        yield table.c.due >= begins(wanted.due_from)
    if wanted.due_by is not None:
        yield table.c.due <= end_of_day(wanted.due_by)


def _of_role(table: Table, theirs: OfRole) -> ColumnElement[bool]:
    named = table.c.code.in_(theirs.codes)
    return named if theirs.all_but is None else or_(named, table.c.code.not_in(theirs.all_but))


def _beyond(table: Table, place: Place) -> ColumnElement[bool]:
    """What comes after a place in the order of the list."""
    same_due, same_owner = table.c.due == place.due, table.c.owner == place.stream
    return or_(
        table.c.due > place.due,
        and_(same_due, table.c.owner > place.stream),
        and_(same_due, same_owner, table.c.key > place.key),
    )


def running_at(table: Any, of: AsOf) -> Select[Any]:
    """Clocks that had been opened by the end of the day and not yet met or stopped by then."""
    ended = and_(table.c.until_day.is_not(None), table.c.until_day <= of.day)
    withdrawn = and_(table.c.outcome == Outcome.STOPPED, table.c.until_day.is_(None))
    return select(table).where(
        known_at(table, of.position), table.c.since_day <= of.day, ~ended, ~withdrawn
    )


def _to_note(run: ClockRun) -> bool:
    """Whether its passing is still to be noted, once its due instant has passed."""
    if run.due in run.noted or _is_withdrawn(run):
        return False
    late = ran_out(run.due, run.until, AT_LAST)
    return run.outcome is Outcome.RUNNING or (late and not run.is_timer)


def _is_withdrawn(run: ClockRun) -> bool:
    return run.outcome is Outcome.STOPPED and run.until is None
