"""Every home over its number, by night and as it was known (6-51)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Integer, Row

from application.setting.queries import Whose
from application.setting.shown import OverfullHome
from application.shared.ports import History
from domain.setting.chronology import REMEMBERED
from domain.setting.events import SettingEvent
from domain.setting.overfull import overfull_of
from domain.shared.vocabulary import Provision
from infrastructure.read_models import homes
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Cabinet, Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.homes import Names
from infrastructure.read_models.occupancy import in_nights
from infrastructure.read_models.sheets import Row as NewRow

NAME = "over_capacity"


def rows(history: History[SettingEvent]) -> Iterable[NewRow]:
    for period in overfull_of(history.in_order(REMEMBERED)):
        yield {**times(period), "most": period.limit, "taken": period.taken}


def columns() -> Sequence[Column[Any]]:
    """`most` is the lesser of registered and configured places (`limit` is a word of SQL)."""
    return (Column("most", Integer, nullable=False), Column("taken", Integer, nullable=False))


MODEL = Bitemporal(NAME, 1, "setting", columns, rows).read_model()


@dataclass(frozen=True)
class StoredOverfullHomes:
    """`application.setting.queries.OverfullHomes`."""

    reading: Reading
    cabinet: Cabinet

    def over_on(self, whose: Whose, night: date, position: int) -> Sequence[OverfullHome]:
        with self.reading(homes.NAME, NAME) as (connection, (home, over)):
            question = (
                homes.page(home, whose, position)
                .join(over, over.c.stream == home.c.stream)
                .where(known_at(over, position), in_nights(over, night, night))
                .add_columns(over.c.since_day, over.c.until_day, over.c.most, over.c.taken)
            )
            found = connection.execute(question).all()
        return [_shown(row, Names(self.cabinet)) for row in found]


def _shown(row: Row[Any], names: Names) -> OverfullHome:
    return OverfullHome(
        setting_id=homes.setting_id(row.stream),
        name=names.of(row),
        provision=Provision(row.provision),
        limit=row.most,
        taken=row.taken,
        over=row.taken - row.most,
        since=row.since_day,
        until=row.until_day,
    )
