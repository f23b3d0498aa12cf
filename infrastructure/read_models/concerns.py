"""Which concerns a council was told of, and how far each has come, by day and as was known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Integer, Row, Text, select

from application.clock.owners import identity_in
from application.concern.shown import ListedConcern
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.concern.chronology import chronology
from domain.concern.events import ConcernEvent, ConcernRaised
from domain.concern.vocabulary import ConcernKind, Stage
from domain.shared.envelope import GssCode
from domain.shared.moments import begins
from infrastructure.columns import Instant
from infrastructure.read_models.as_at import known_at, true_on
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.of_council import of_council
from infrastructure.read_models.sheets import Row as NewRow

NAME = "concerns"


def rows(history: History[ConcernEvent]) -> Iterable[NewRow]:
    raised = next(fact for fact in history.facts if isinstance(fact, ConcernRaised))
    for period in chronology(history.events):
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "kind": raised.kind.value,
            "told_at": begins(raised.told_at),
            "setting_id": _text(raised.setting_id),
            "about_provider": _text(raised.about_provider),
            "children": len(raised.siblings) + (raised.case_id is not None),
            "stage": period.stage.value,
            "open_actions": period.open_actions,
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("told_at", Instant, nullable=False),
        Column("setting_id", Text),
        Column("about_provider", Text),
        Column("children", Integer, nullable=False),
        Column("stage", Text, nullable=False),
        Column("open_actions", Integer, nullable=False),
    )


MODEL = Bitemporal(NAME, 1, "concern", columns, rows).read_model()


@dataclass(frozen=True)
class StoredConcerns:
    """`application.concern.queries.ConcernList`."""

    reading: Reading

    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedConcern]:
        found = of_council(self.reading, NAME, "concern", council, of, after=after, limit=limit)
        return [_line(concern_id, row) for concern_id, row in found]

    def about(self, provider_id: UUID, of: AsOf) -> Sequence[ListedConcern]:
        """`application.quality.queries.ConcernsOfProvider`."""
        with self.reading(NAME) as (connection, (table,)):
            question = select(table).where(
                known_at(table, of.position),
                true_on(table, of.day),
                table.c.about_provider == str(provider_id),
            )
            found = connection.execute(question.order_by(table.c.stream, table.c.since)).all()
        newest = {row.stream: row for row in found}
        return [_line(identity_in(stream), row) for stream, row in newest.items()]


def _line(concern_id: UUID, row: Row[Any]) -> ListedConcern:
    return ListedConcern(
        concern_id=concern_id,
        kind=ConcernKind(row.kind),
        stage=Stage(row.stage),
        told_at=row.told_at,
        setting_id=_id(row.setting_id),
        about_provider=_id(row.about_provider),
        children=row.children,
        open_actions=row.open_actions,
    )


def _text(told: UUID | None) -> str | None:
    return None if told is None else str(told)


def _id(stored: str | None) -> UUID | None:
    return None if stored is None else UUID(stored)
