"""Where each child lived, by day and as it was known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Integer, Text, select

from application.shared.ports import History
from domain.placement.chronology import chronology
from domain.placement.events import PlacementEvent
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import RESIDENTIAL, CaseId, PlacementId
from infrastructure.read_models.as_at import known_at, true_on
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.sheets import Row

NAME = "stays"


def rows(history: History[PlacementEvent]) -> Iterable[Row]:
    for stay in chronology(history.events).stays:
        yield {
            **times(stay),
            "authority": history.events[0].actor.authority,
            "case_id": str(stay.case_id),
            "setting_id": str(stay.setting_id),
            "provider_id": str(stay.provider_id) if stay.provider_id else None,
            "provision": stay.provision,
            "locality": stay.locality,
            "distance_tenths": stay.distance_tenths,
        }


def columns() -> Sequence[Column[Any]]:
    """`distance_tenths` is the way from home in tenths of a mile."""
    return (
        Column("authority", Text, nullable=False, index=True),
        Column("case_id", Text, nullable=False, index=True),
        Column("setting_id", Text, nullable=False, index=True),
        Column("provider_id", Text),
        Column("provision", Text, nullable=False),
        Column("locality", Text, nullable=False),
        Column("distance_tenths", Integer),
    )


MODEL = Bitemporal(NAME, 1, "placement", columns, rows).read_model()


@dataclass(frozen=True)
class StoredStays:
    """`application.panel.handlers.InResidentialCare`."""

    reading: Reading

    def residents(self, council: GssCode, day: date) -> Sequence[tuple[CaseId, PlacementId]]:
        with self.reading(NAME) as (connection, (table,)):
            question = (
                select(table.c.case_id, table.c.stream)
                .where(known_at(table, None), true_on(table, day))
                .where(table.c.authority == council, table.c.provision.in_(sorted(RESIDENTIAL)))
                .order_by(table.c.since, table.c.stream)
            )
            found = connection.execute(question).all()
        return [
            (CaseId(UUID(row.case_id)), PlacementId(UUID(row.stream.removeprefix("placement-"))))
            for row in found
        ]
