"""Which children other authorities placed here, and where they live, by day and as was known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, Text

from application.incoming.queries import ListedIncoming
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.incoming.chronology import chronology
from domain.incoming.events import IncomingEvent, NotificationReceived
from domain.incoming.vocabulary import Stage
from domain.shared.envelope import GssCode
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.of_council import of_council
from infrastructure.read_models.sheets import Row as NewRow

NAME = "incoming"


def rows(history: History[IncomingEvent]) -> Iterable[NewRow]:
    told = next(fact for fact in history.facts if isinstance(fact, NotificationReceived))
    for period in chronology(history.events):
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "placing_authority": told.placing_authority,
            "begins_on": told.since,
            "stage": period.stage.value,
            "setting_id": str(period.setting_id) if period.setting_id else None,
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False),
        Column("placing_authority", Text, nullable=False),
        Column("begins_on", Date, nullable=False),
        Column("stage", Text, nullable=False),
        Column("setting_id", Text),
    )


MODEL = Bitemporal(NAME, 1, "incoming", columns, rows).read_model()


@dataclass(frozen=True)
class StoredIncoming:
    """`application.incoming.queries.IncomingList`."""

    reading: Reading

    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedIncoming]:
        found = of_council(self.reading, NAME, "incoming", council, of, after=after, limit=limit)
        return [
            ListedIncoming(
                incoming_id=incoming_id,
                placing_authority=GssCode(row.placing_authority),
                stage=Stage(row.stage),
                setting_id=UUID(row.setting_id) if row.setting_id else None,
                since=row.begins_on,
            )
            for incoming_id, row in found
        ]
