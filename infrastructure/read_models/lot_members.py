"""Which providers are on a lot on a day, suspended or not: whom a publication asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Column, Text, select

from application.shared.ports import History
from domain.provider.chronology import chronology
from domain.provider.events import ProviderEvent
from domain.shared.vocabulary import ContractId, ProviderId
from infrastructure.read_models.as_at import known_at, true_on
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.sheets import Row

NAME = "lot_members"


def rows(history: History[ProviderEvent]) -> Iterable[Row]:
    for period in chronology(history.events).memberships:
        yield {**times(period), "contract_id": str(period.contract_id), "lot": period.lot}


MODEL = Bitemporal(
    NAME,
    1,
    "provider",
    lambda: (
        Column("contract_id", Text, nullable=False, index=True),
        Column("lot", Text, nullable=False),
    ),
    rows,
).read_model()


@dataclass(frozen=True)
class StoredLotMembers:
    """`application.referral.ports.LotMembers`."""

    reading: Reading

    def on(self, contract_id: ContractId, lot: str, day: date) -> Sequence[ProviderId]:
        """Who was on a lot on a day, in the order of their ids; nobody twice."""
        with self.reading(NAME) as (connection, (table,)):
            question = (
                select(table.c.stream)
                .distinct()
                .where(table.c.contract_id == str(contract_id), table.c.lot == lot)
                .where(known_at(table, None), true_on(table, day))
                .order_by(table.c.stream)
            )
            found = connection.scalars(question).all()
        return [ProviderId(UUID(stream.removeprefix("provider-"))) for stream in found]
