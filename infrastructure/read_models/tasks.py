"""What waits for people, as at any day and as known at any instant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Table, Text, and_, or_, select
from sqlalchemy import Row as SqlRow

from application.clock.queries import Whose
from application.shared.asking import AsOf
from application.shared.ports import History
from application.task.queries import LeftTask, Place, Standing, Wanted
from application.task.raising import subject_of
from domain.task.chronology import chronology
from domain.task.events import TaskEvent
from infrastructure.read_models.allocations import NAME as ALLOCATIONS
from infrastructure.read_models.allocations import is_open_to
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.kept_to import Lists, kept_to
from infrastructure.read_models.owners import NAME as OWNERS
from infrastructure.read_models.sheets import Row

NAME = "tasks"


def rows(history: History[TaskEvent]) -> Iterable[Row]:
    authority = history.events[0].actor.authority
    for period in chronology(history.events):
        yield {
            **times(period),
            "authority": authority,
            "about": subject_of(history.stream),
            "task_id": str(period.task_id),
            "code": period.code,
            "waits_for": _listed(period.waits_for),
            "policy": period.policy,
            "because": str(period.because),
            "closed_as": period.closed_as and period.closed_as.value,
            "closed_by": period.closed_by,
        }


def columns() -> Sequence[Column[Any]]:
    """`waits_for` are roles, each between blanks."""
    return (
        Column("authority", Text, nullable=False, index=True),
        Column("about", Text, nullable=False),
        Column("task_id", Text, nullable=False),
        Column("code", Text, nullable=False),
        Column("waits_for", Text, nullable=False),
        Column("policy", Text, nullable=False),
        Column("because", Text, nullable=False),
        Column("closed_as", Text),
        Column("closed_by", Text),
    )


MODEL = Bitemporal(NAME, 1, "task", columns, rows).read_model()


@dataclass(frozen=True)
class StoredTaskList:
    """`application.task.queries.TaskList`."""

    reading: Reading

    def listed(
        self, whose: Whose, of: AsOf, wanted: Wanted, *, after: Place | None, limit: int
    ) -> Sequence[LeftTask]:
        with self.reading(NAME, OWNERS, ALLOCATIONS) as (connection, tables):
            table, owned, children, allocated = tables
            lists = Lists(owned, children, allocated)
            asked = [_raised_by(table, of), *_standing(table, wanted.standing, of)]
            asked += [table.c.authority == whose.authority, known_at(table, of.position)]
            if wanted.role is not None:
                asked.append(table.c.waits_for.contains(f" {wanted.role} ", autoescape=True))
            if wanted.about is not None:
                asked.append(table.c.about == wanted.about)
            asked += kept_to(wanted.kept_to, table.c.about, None, lists, whose.today)
            if whose.related is not None:
                mine = (allocated, children, table.c.about, whose.related, whose.today)
                asked.append(is_open_to(*mine))
            if after is not None:
                asked.append(_beyond(table, after))
            question = select(table).where(*asked).order_by(table.c.since, table.c.task_id)
            found = connection.execute(question.limit(limit)).all()
        return [_left(row, of) for row in found]


def _listed(roles: Sequence[str]) -> str:
    return f" {' '.join(roles)} "


def _raised_by(table: Table, of: AsOf) -> ColumnElement[bool]:
    return table.c.since <= of.judged_at


def _standing(table: Table, standing: Standing, of: AsOf) -> Sequence[ColumnElement[bool]]:
    closed = and_(table.c.until.is_not(None), table.c.until <= of.judged_at)
    match standing:
        case Standing.OPEN:
            return [~closed]
        case Standing.CLOSED:
            return [closed]
        case Standing.ALL:
            return []


def _beyond(table: Table, place: Place) -> ColumnElement[bool]:
    same = and_(table.c.since == place.at, table.c.task_id > str(place.task_id))
    return or_(table.c.since > place.at, same)


def _left(row: SqlRow[Any], of: AsOf) -> LeftTask:
    closed = row.until is not None and row.until <= of.judged_at
    return LeftTask(
        task_id=UUID(row.task_id),
        stream=row.about,
        code=row.code,
        waits_for=row.waits_for.split(),
        at=row.since,
        policy=row.policy,
        event_id=UUID(row.because),
        closed_as=row.closed_as if closed else None,
        closed_by=row.closed_by if closed else None,
        closed_at=row.until if closed else None,
    )
