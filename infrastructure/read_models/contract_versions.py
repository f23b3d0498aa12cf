"""Which contracts there are and which version of each is in force, by day and as was known.

It has no filter by authority: the councils of one framework read the same contracts, and
only the one that put a contract on record publishes its next version.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Integer, Row, Text, select

from application.contract.queries import ListedContract
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.contract.chronology import chronology
from domain.contract.events import ContractEvent
from domain.shared.envelope import GssCode
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.sheets import Row as NewRow

NAME = "contract_versions"


def rows(history: History[ContractEvent]) -> Iterable[NewRow]:
    for period in chronology(history.events):
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "version": period.version,
            "title": period.title,
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("title", Text, nullable=False),
    )


MODEL = Bitemporal(NAME, 1, "contract", columns, rows).read_model()


@dataclass(frozen=True)
class StoredContractList:
    """`application.contract.queries.ContractList`."""

    reading: Reading

    def listed(self, of: AsOf, *, after: UUID | None, limit: int) -> Sequence[ListedContract]:
        with self.reading(NAME) as (connection, (table,)):
            known = known_at(table, of.position)
            page = select(table.c.stream).distinct().where(known).order_by(table.c.stream)
            if after is not None:
                page = page.where(table.c.stream > f"contract-{after}")
            streams = connection.scalars(page.limit(limit)).all()
            question = select(table).where(known, table.c.stream.in_(streams))
            found = connection.execute(question.order_by(table.c.version)).all()
        return [_listed([row for row in found if row.stream == each], of) for each in streams]


def _listed(versions: Sequence[Row[Any]], of: AsOf) -> ListedContract:
    newest = versions[-1]
    begun = [row.version for row in versions if row.since_day <= of.day]
    return ListedContract(
        contract_id=UUID(newest.stream.removeprefix("contract-")),
        owner=GssCode(newest.authority),
        title=newest.title,
        versions=newest.version,
        in_force=begun[-1] if begun else None,
    )
