"""Which blocks of beds a council has, and how far each has come, by day and as was known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Text

from application.block.shown import ListedBlock
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.block.agreement import Stage
from domain.block.chronology import chronology
from domain.block.events import BlockAwarded, BlockEvent, BlockProposed
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import ProviderId
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.of_council import of_council
from infrastructure.read_models.sheets import Row as NewRow

NAME = "block_stages"
BEFORE_AWARD = frozenset({Stage.PROPOSED, Stage.COMPETED})


def rows(history: History[BlockEvent]) -> Iterable[NewRow]:
    proposal = next(fact for fact in history.facts if isinstance(fact, BlockProposed))
    awards = [fact.provider_id for fact in history.facts if isinstance(fact, BlockAwarded)]
    for period in chronology(history.events):
        awarded = awards and period.stage not in BEFORE_AWARD
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "title": proposal.title,
            "emergency": proposal.emergency,
            "stage": period.stage.value,
            "provider_id": str(awards[0]) if awarded else None,
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("emergency", Boolean, nullable=False),
        Column("stage", Text, nullable=False),
        Column("provider_id", Text),
    )


MODEL = Bitemporal(NAME, 1, "block", columns, rows).read_model()


@dataclass(frozen=True)
class StoredBlockList:
    """`application.block.queries.BlockList`."""

    reading: Reading

    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedBlock]:
        found = of_council(self.reading, NAME, "block", council, of, after=after, limit=limit)
        return [
            ListedBlock(
                block_id=block_id,
                title=row.title,
                emergency=row.emergency,
                stage=Stage(row.stage),
                provider_id=ProviderId(UUID(row.provider_id)) if row.provider_id else None,
            )
            for block_id, row in found
        ]
