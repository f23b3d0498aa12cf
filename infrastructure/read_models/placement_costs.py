"""What each placement costs by day, what is owed after leaving, and what is to be settled.

Who pays is kept by funder and pence alone: what was written about it stays in the log.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Boolean, Column, Integer, Text, select

from application.placement.ports import MoneyStanding, PricedPlacement
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.placement.costs import cost_periods, settled_by
from domain.placement.events import AgreementIssued, PlacementEvent, PlacementStarted
from domain.placement.history import end_of, first_of
from domain.shared.chronology import Period
from domain.shared.envelope import GssCode
from domain.shared.moments import london_day
from domain.shared.money import Share
from domain.shared.vocabulary import PlacementId, ProviderId, ReferralId
from infrastructure.read_models.as_at import known_at, true_on
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.sheets import Row

NAME = "placement_costs"
SHARES = TypeAdapter(tuple[Share, ...])
KEPT = {"heading", "payer", "weekly", "lead"}


def rows(history: History[PlacementEvent]) -> Iterable[Row]:
    start = first_of(history.events, PlacementStarted)
    if start is None:
        return
    of_all = {
        "authority": history.events[0].actor.authority,
        "placement_id": str(start.event.placement_id),
        "provider_id": str(start.event.provider_id) if start.event.provider_id else None,
        "referral_id": str(start.event.referral_id) if start.event.referral_id else None,
    }
    for row in (*_priced(history), *_settling(history)):
        yield {**of_all, **row}


def _priced(history: History[PlacementEvent]) -> Iterator[Row]:
    for period in cost_periods(history.events):
        shares = tuple(Share(**share.model_dump(include=KEPT)) for share in period.terms.shares)
        yield {
            **times(period),
            "standing": MoneyStanding(period.kind.value),
            "version": period.version,
            "weekly": period.terms.weekly,
            "varied": period.varied,
            "shares": SHARES.dump_json(shares).decode(),
        }


def _settling(history: History[PlacementEvent]) -> Iterator[Row]:
    """From leaving until the account is agreed, and from then on."""
    end = end_of(history.events)
    if end is None or first_of(history.events, AgreementIssued) is None:
        return
    agreed = settled_by(history.events)
    bare = {"version": None, "weekly": 0, "varied": False, "shares": "[]"}
    until = agreed.event.on if agreed else None
    if until is None or london_day(until) > london_day(end.event.at):
        waiting = Period(since=end.event.at, until=until, source=end.event_id)
        yield {**times(waiting), **bare, "standing": MoneyStanding.TO_SETTLE}
    if agreed is not None:
        done = Period(since=agreed.event.on, source=agreed.event_id)
        yield {**times(done), **bare, "standing": MoneyStanding.SETTLED}


def columns() -> Sequence[Column[Any]]:
    """`weekly` is in pence; `shares` are JSON."""
    return (
        Column("authority", Text, nullable=False, index=True),
        Column("placement_id", Text, nullable=False),
        Column("provider_id", Text),
        Column("referral_id", Text),
        Column("standing", Text, nullable=False),
        Column("version", Integer),
        Column("weekly", Integer, nullable=False),
        Column("varied", Boolean, nullable=False),
        Column("shares", Text, nullable=False),
    )


MODEL = Bitemporal(NAME, 2, "placement", columns, rows).read_model()


@dataclass(frozen=True)
class StoredDailyCosts:
    """`application.placement.ports.DailyCosts`."""

    reading: Reading

    def listed(
        self, council: GssCode, of: AsOf, standing: MoneyStanding, *, after: UUID | None, limit: int
    ) -> Sequence[PricedPlacement]:
        with self.reading(NAME) as (connection, (table,)):
            question = select(table).where(
                known_at(table, of.position),
                true_on(table, of.day),
                table.c.authority == council,
                table.c.standing == standing,
            )
            if after is not None:
                question = question.where(table.c.placement_id > str(after))
            order = question.order_by(table.c.placement_id, table.c.since)
            found = connection.execute(order.limit(limit)).all()
        return [_listed(row) for row in found]


def _listed(row: Any) -> PricedPlacement:
    return PricedPlacement(
        placement_id=PlacementId(UUID(row.placement_id)),
        provider_id=ProviderId(UUID(row.provider_id)) if row.provider_id else None,
        referral_id=ReferralId(UUID(row.referral_id)) if row.referral_id else None,
        standing=MoneyStanding(row.standing),
        version=row.version,
        weekly=row.weekly,
        varied=row.varied,
        shares=SHARES.validate_json(row.shares),
        since=row.since_day,
        until=row.until_day,
    )
