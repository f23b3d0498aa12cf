"""`application.setting.queries.Occupancy`: the register and what is taken, night by night."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

from application.setting.nights import by_night
from application.setting.queries import HomeNights, Whose
from domain.shared.vocabulary import Provision
from infrastructure.read_models import homes, occupancy, settings_register
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Cabinet, Reading
from infrastructure.read_models.homes import Names
from infrastructure.read_models.occupancy import in_nights, occupation_of
from infrastructure.read_models.settings_register import standing_of

P = TypeVar("P")

MODELS = (homes.NAME, settings_register.NAME, occupancy.NAME)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From which night to which, and as known at which position."""

    first: date
    last: date
    position: int


@dataclass(frozen=True)
class StoredOccupancy:
    reading: Reading
    cabinet: Cabinet

    def by_night(self, whose: Whose, nights: Sequence[date], position: int) -> Sequence[HomeNights]:
        stretch = Stretch(nights[0], nights[-1], position)
        with self.reading(*MODELS) as (connection, (listed, register, taken)):
            found = connection.execute(homes.page(listed, whose, position)).all()
            streams = [row.stream for row in found]
            standings = _by_home(connection, register, streams, stretch, standing_of)
            occupation = _by_home(connection, taken, streams, stretch, occupation_of)
        names = Names(self.cabinet)
        return [
            HomeNights(
                setting_id=homes.setting_id(row.stream),
                name=names.of(row),
                provision=Provision(row.provision),
                nights=by_night(
                    nights, standings.get(row.stream, []), occupation.get(row.stream, [])
                ),
            )
            for row in found
        ]


def _by_home(
    connection: Connection,
    table: Table,
    streams: Sequence[str],
    stretch: Stretch,
    period_of: Callable[[Row[Any]], P],
) -> Mapping[str, Sequence[P]]:
    found = connection.execute(
        select(table).where(
            table.c.stream.in_(streams),
            known_at(table, stretch.position),
            in_nights(table, stretch.first, stretch.last),
        )
    ).all()
    periods: dict[str, list[P]] = defaultdict(list)
    for row in found:
        periods[row.stream].append(period_of(row))
    return periods
