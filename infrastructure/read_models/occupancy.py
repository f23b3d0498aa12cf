"""What holds each home's places, by night and as it was known."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Integer, Row, Table, Text, and_, or_

from application.shared.ports import History
from domain.setting.chronology import REMEMBERED, OccupationKind, OccupationPeriod, chronology_of
from domain.setting.events import SettingEvent
from domain.shared.vocabulary import PlacementId
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.sheets import Row as NewRow

NAME = "occupancy"


def rows(history: History[SettingEvent]) -> Iterable[NewRow]:
    for period in chronology_of(history.in_order(REMEMBERED)).occupation:
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "setting_id": history.stream.removeprefix("setting-"),
            "placement_id": str(period.placement_id) if period.placement_id else None,
            "kind": period.kind,
            "count": period.count,
        }


def columns() -> Sequence[Column[Any]]:
    """`placement_id` is none for places that are blocked or other authorities'."""
    return (
        Column("authority", Text, nullable=False, index=True),
        Column("setting_id", Text, nullable=False),
        Column("placement_id", Text, index=True),
        Column("kind", Text, nullable=False),
        Column("count", Integer, nullable=False),
    )


MODEL = Bitemporal(NAME, 1, "setting", columns, rows).read_model()


def in_nights(table: Table, first: date, last: date) -> ColumnElement[bool]:
    """Rows that hold one of these nights. Unlike `true_on`, the night of leaving is free."""
    ends = table.c.until_day
    begun, not_over = table.c.since_day <= last, or_(ends.is_(None), ends > first)
    holds_any = or_(ends.is_(None), ends > table.c.since_day)
    return and_(begun, not_over, holds_any)


def occupation_of(row: Row[Any]) -> OccupationPeriod:
    """The period that a row was made from."""
    return OccupationPeriod(
        since=row.since_day,
        until=row.until_day,
        source=UUID(row.source),
        placement_id=PlacementId(UUID(row.placement_id)) if row.placement_id else None,
        kind=OccupationKind(row.kind),
        count=row.count,
    )
