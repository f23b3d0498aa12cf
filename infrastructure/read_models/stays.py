"""Where each child lived, by day and as it was known."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Integer, Text

from application.shared.ports import History
from domain.placement.chronology import chronology
from domain.placement.events import PlacementEvent
from infrastructure.read_models.bitemporal import Bitemporal, Row, times

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
