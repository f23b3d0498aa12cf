"""One question that several lists ask: what a council put on record, as it stood on a day."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from application.shared.asking import AsOf
from domain.shared.envelope import GssCode
from infrastructure.read_models.as_at import known_at, true_on
from infrastructure.read_models.base import Reading


def of_council(
    reading: Reading,
    name: str,
    kind: str,
    council: GssCode,
    of: AsOf,
    *,
    after: UUID | None,
    limit: int,
) -> Sequence[tuple[UUID, Row[Any]]]:
    """The last row of the day for each stream of a kind, by the stream's id and in its order."""
    with reading(name) as (connection, (table,)):
        question = select(table).where(
            known_at(table, of.position), true_on(table, of.day), table.c.authority == council
        )
        if after is not None:
            question = question.where(table.c.stream > f"{kind}-{after}")
        found = connection.execute(question.order_by(table.c.stream, table.c.since)).all()
    newest = {UUID(row.stream.removeprefix(f"{kind}-")): row for row in found}
    return list(newest.items())[:limit]
