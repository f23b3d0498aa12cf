"""Which panels meet, how far each has come, and what of it is open, by day and as was known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, Integer, Text

from application.panel.shown import ListedPanel
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.panel.agenda import PanelKind, Stage
from domain.panel.chronology import chronology
from domain.panel.events import MeetingConvened, PanelEvent
from domain.shared.envelope import GssCode
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.of_council import of_council
from infrastructure.read_models.sheets import Row as NewRow

NAME = "panel_meetings"


def rows(history: History[PanelEvent]) -> Iterable[NewRow]:
    called = next(fact for fact in history.facts if isinstance(fact, MeetingConvened))
    for period in chronology(history.events):
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "kind": called.kind.value,
            "sits_on": called.sits_on,
            "stage": period.stage.value,
            "items": period.items,
            "undecided": period.undecided,
            "open_conditions": period.open_conditions,
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("sits_on", Date, nullable=False),
        Column("stage", Text, nullable=False),
        Column("items", Integer, nullable=False),
        Column("undecided", Integer, nullable=False),
        Column("open_conditions", Integer, nullable=False),
    )


MODEL = Bitemporal(NAME, 1, "panel", columns, rows).read_model()


@dataclass(frozen=True)
class StoredPanels:
    """`application.panel.queries.PanelList`."""

    reading: Reading

    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedPanel]:
        found = of_council(self.reading, NAME, "panel", council, of, after=after, limit=limit)
        return [
            ListedPanel(
                panel_id=panel_id,
                kind=PanelKind(row.kind),
                sits_on=row.sits_on,
                stage=Stage(row.stage),
                items=row.items,
                undecided=row.undecided,
                open_conditions=row.open_conditions,
            )
            for panel_id, row in found
        ]
