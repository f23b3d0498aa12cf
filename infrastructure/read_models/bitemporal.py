"""Bitemporal rows: a chronology written down, by one generic writer.

When a stream moves, its periods are computed again from its whole history; rows that
differ are closed at that position (`known_until`) and new ones opened (`known_from`).
So a list as at day D and as known at position P asks the same chronology that a fold of
the log cut at P would give, and a test holds the two against each other.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Date, Index, MetaData, Table, Text

from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, london_day
from infrastructure.columns import Big, Instant
from infrastructure.read_models.base import Desk, ReadModel
from infrastructure.read_models.believed import write
from infrastructure.read_models.parts import Parts
from infrastructure.read_models.sheets import Row


@dataclass(frozen=True)
class Bitemporal:
    """Rows of one kind: the columns beside the two times, and how a history gives them."""

    name: str
    revision: int
    capability: str
    columns: Callable[[], Sequence[Column[Any]]]
    rows: Callable[..., Iterable[Row]]
    """Of a history; and of one part of it, where there are `parts`."""

    parts: Parts | None = None
    """Given only where the rows of a part are made of the events of that part, and of no other."""

    def read_model(self) -> ReadModel:
        return ReadModel(
            name=self.name,
            revision=self.revision,
            define=self._define,
            project=self._project,
            streams=(self.capability,),
        )

    def _define(self, metadata: MetaData, suffix: str) -> Sequence[Table]:
        name = self.name + suffix
        parted = [self.parts.column] if self.parts else []
        return [
            Table(
                name,
                metadata,
                Column("row", Big, primary_key=True, autoincrement=True),
                Column("stream", Text, nullable=False),
                Column("since_day", Date, nullable=False),
                Column("until_day", Date),
                Column("since", Instant, nullable=False),
                Column("until", Instant),
                Column("source", Text, nullable=False),
                Column("known_from", Big, nullable=False),
                Column("known_until", Big),
                *self.columns(),
                Index(f"{name}_stream", "stream", *parted, "known_until"),
            )
        ]

    def _project(self, desk: Desk, recorded: Recorded[Any]) -> None:
        history = desk.history(recorded)
        if self.parts is None:
            write(desk, recorded, list(self.rows(history)))
        else:
            part = self.parts.of(recorded.event)
            write(desk, recorded, list(self.rows(history, part)), self.parts)


def times(period: Period) -> Row:
    """The columns every bitemporal row has of its period."""
    return {
        "since_day": london_day(period.since),
        "until_day": period.until and london_day(period.until),
        "since": begins(period.since),
        "until": period.until and begins(period.until),
        "source": str(period.source),
    }
