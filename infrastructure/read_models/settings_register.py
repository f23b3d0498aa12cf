"""How each home stood, by day and as it was known: what lists of homes are made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Integer, Row, Text, and_, func, select

from application.setting.queries import Whose
from application.setting.shown import ListedHome
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.setting.chronology import REMEMBERED
from domain.setting.events import SettingEvent
from domain.setting.life import Life
from domain.setting.standing import Standing, standings_of
from domain.shared.admission import Registration
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import ProviderId, Provision
from infrastructure.read_models import homes
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Cabinet, Reading
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.homes import Names
from infrastructure.read_models.occupancy import NAME as OCCUPANCY
from infrastructure.read_models.occupancy import in_nights
from infrastructure.read_models.sheets import Row as NewRow

NAME = "settings_register"


def rows(history: History[SettingEvent]) -> Iterable[NewRow]:
    for standing in standings_of(history.in_order(REMEMBERED)):
        yield {
            **times(standing),
            "authority": history.events[0].actor.authority,
            "provider_id": str(standing.provider_id) if standing.provider_id else None,
            "places": standing.places,
            "most": standing.limit,
            "registration": standing.registration,
            "life": standing.life,
            "is_open": standing.is_open,
            "admissions_restricted": standing.admissions_restricted,
        }


def columns() -> Sequence[Column[Any]]:
    """`most` is the lesser of registered and configured places (`limit` is a word of SQL)."""
    return (
        Column("authority", Text, nullable=False, index=True),
        Column("provider_id", Text),
        Column("places", Integer, nullable=False),
        Column("most", Integer, nullable=False),
        Column("registration", Text, nullable=False),
        Column("life", Text, nullable=False),
        Column("is_open", Boolean, nullable=False),
        Column("admissions_restricted", Boolean, nullable=False),
    )


MODEL = Bitemporal(NAME, 2, "setting", columns, rows).read_model()


def standing_of(row: Row[Any]) -> Standing:
    """The stretch that a row was made from."""
    return Standing(
        since=row.since_day,
        until=row.until_day,
        source=UUID(row.source),
        provider_id=ProviderId(UUID(row.provider_id)) if row.provider_id else None,
        places=row.places,
        limit=row.most,
        registration=Registration(row.registration),
        life=Life(row.life),
        is_open=row.is_open,
        admissions_restricted=row.admissions_restricted,
    )


@dataclass(frozen=True)
class StoredSettingList:
    """`application.setting.queries.SettingList`."""

    reading: Reading
    cabinet: Cabinet

    def listed(self, whose: Whose, of: AsOf) -> Sequence[ListedHome]:
        with self.reading(homes.NAME, NAME, OCCUPANCY) as (connection, tables):
            home, register, occupied = tables
            position = of.position or 0
            question = (
                homes.page(home, whose, position)
                .join(register, register.c.stream == home.c.stream)
                .where(known_at(register, position), in_nights(register, of.day, of.day))
                .add_columns(*(column for column in register.c if column.name not in home.c))
            )
            found = connection.execute(question).all()
            taken = connection.execute(
                select(occupied.c.stream, func.sum(occupied.c.count).label("places"))
                .where(
                    and_(
                        occupied.c.authority == whose.authority,
                        occupied.c.stream.in_([row.stream for row in found]),
                    ),
                    known_at(occupied, position),
                    in_nights(occupied, of.day, of.day),
                )
                .group_by(occupied.c.stream)
            ).all()
        places = {row.stream: int(row.places) for row in taken}
        return [self._listed(row, places.get(row.stream, 0)) for row in found]

    def _listed(self, row: Row[Any], taken: int) -> ListedHome:
        standing = standing_of(row)
        return ListedHome(
            setting_id=homes.setting_id(row.stream),
            name=Names(self.cabinet).of(row),
            provision=Provision(row.provision),
            district=GssCode(row.district),
            provider_id=standing.provider_id,
            places=standing.places,
            limit=standing.limit,
            free=max(0, standing.limit - taken),
            registration=standing.registration,
            life=standing.life,
            is_open=standing.is_open,
            admissions_restricted=standing.admissions_restricted,
        )
