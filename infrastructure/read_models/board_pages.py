"""The referral board as a queue: whatever falls due first stands first, whoever it is for."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, and_, case, func, literal, or_, select, tuple_
from sqlalchemy import Row as SqlRow

from application.clock.queries import Whose
from application.referral.board import BoardFilter, BoardPlace, OnBoard, Route
from application.shared.asking import AsOf
from domain.referral.chronology import StageName, WaitsFor
from domain.referral.chronology.turns import OVER
from domain.referral.codes import Scope
from domain.shared.clock_catalogue import TIMERS
from domain.shared.terms import Tier
from infrastructure.columns import Instant
from infrastructure.read_models.allocations import NAME as ALLOCATIONS
from infrastructure.read_models.allocations import is_open_to, is_worked_by
from infrastructure.read_models.as_at import known_at, true_on
from infrastructure.read_models.base import Reading
from infrastructure.read_models.owners import NAME as OWNERS
from infrastructure.read_models.referral_board import NAME
from infrastructure.read_models.worklist import AT_LAST, running_at
from infrastructure.read_models.worklist import NAME as WORKLIST


@dataclass(frozen=True)
class StoredBoard:
    """`application.referral.board.Board`."""

    reading: Reading

    def page(
        self, whose: Whose, of: AsOf, wanted: BoardFilter, *, after: BoardPlace | None, limit: int
    ) -> list[OnBoard]:
        with self.reading(NAME, OWNERS, ALLOCATIONS, WORKLIST) as (connection, tables):
            table, _, children, allocated, clocks = tables
            due = _first_due(clocks, of)
            order = _order(table, due)
            question = (
                select(table, due.c.due)
                .outerjoin(due, due.c.owner == table.c.stream)
                .where(known_at(table, of.position), true_on(table, of.day))
                .where(table.c.authority == whose.authority, *_wanted(table, due, wanted, of))
                .order_by(*order)
                .limit(limit)
            )
            if whose.related is not None:
                mine = is_open_to(allocated, children, table.c.stream, whose.related, whose.today)
                question = question.where(mine)
            if wanted.worked_by is not None:
                mine = is_worked_by(
                    allocated, children, table.c.stream, wanted.worked_by, whose.today
                )
                question = question.where(mine)
            if after is not None:
                question = question.where(tuple_(*order) > tuple_(*_bound(after)))
            found = connection.execute(question).all()
        return [_on_board(row) for row in found]


def _first_due(clocks: Table, of: AsOf) -> Any:
    """The first deadline that runs in each search, and the first that somebody has to meet."""
    met_by_people = case((clocks.c.code.not_in(TIMERS), clocks.c.due))
    running: Select[Any] = running_at(clocks, of).with_only_columns(
        clocks.c.owner,
        func.min(clocks.c.due, type_=Instant).label("due"),
        func.min(met_by_people, type_=Instant).label("to_meet"),
    )
    return running.group_by(clocks.c.owner).subquery("first_due")


def _order(table: Table, due: Any) -> tuple[ColumnElement[Any], ...]:
    """What is over and runs nothing any more stands last."""
    is_over = and_(table.c.stage.in_(OVER), due.c.due.is_(None))
    return (
        case((is_over, 1), else_=0),
        func.coalesce(due.c.due, literal(AT_LAST, Instant), type_=Instant),
        table.c.needed_from,
        table.c.stream,
    )


def _bound(place: BoardPlace) -> tuple[ColumnElement[Any], ...]:
    return (
        literal(int(place.over)),
        literal(place.due or AT_LAST, Instant),
        literal(place.needed_from),
        literal(f"referral-{place.referral_id}"),
    )


def _wanted(table: Table, due: Any, wanted: BoardFilter, of: AsOf) -> list[ColumnElement[bool]]:
    kept: list[ColumnElement[bool]] = []
    if wanted.stages:
        kept.append(table.c.stage.in_(wanted.stages))
    if wanted.routes:
        kept.append(or_(*(_is_route(table, each) for each in wanted.routes)))
    if wanted.lot is not None:
        kept.append(table.c.lot == wanted.lot)
    if wanted.waits_on is not None:
        kept.append(table.c.waits_on == wanted.waits_on)
    if wanted.overdue:
        kept.append(due.c.to_meet < literal(of.judged_at, Instant))
    return kept


def _is_route(table: Table, route: Route) -> ColumnElement[bool]:
    if route is Route.EMERGENCY:
        return table.c.emergency
    return and_(~table.c.emergency, table.c.tier == route.value)


def _on_board(row: SqlRow[Any]) -> OnBoard:
    return OnBoard(
        referral_id=UUID(row.stream.removeprefix("referral-")),
        case_id=UUID(row.case_id),
        siblings=tuple(map(UUID, row.siblings.split())),
        scope=Scope(row.scope),
        tier=Tier(row.tier),
        emergency=row.emergency,
        route=Route.EMERGENCY if row.emergency else Route(row.tier),
        needed_from=row.needed_from,
        lot=row.lot,
        stage=StageName(row.stage),
        stage_since=row.stage_since,
        waits_for=WaitsFor(row.waits_for) if row.waits_for else None,
        waits_on=row.waits_on,
        waiting_since=row.waiting_since,
        invited=row.invited,
        answered=row.answered,
        offers=row.offers,
        late_offers=row.late_offers,
        next_deadline=row.next_deadline,
        paused_until=row.paused_until,
        due=row.due,
    )
