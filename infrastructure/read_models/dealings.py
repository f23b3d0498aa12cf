"""What a provider is still in with a council: its open searches, and who lives with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select

from application.referral.ports import NotYetProjected
from domain.setting.chronology import OccupationKind
from domain.shared.vocabulary import PlacementId, ProviderId, ReferralId
from infrastructure.read_models.as_at import known_at
from infrastructure.read_models.base import Reading
from infrastructure.read_models.invitations import NAME as INVITATIONS
from infrastructure.read_models.occupancy import NAME as OCCUPANCY
from infrastructure.read_models.settings_register import NAME as SETTINGS
from infrastructure.read_models.stays import NAME as STAYS


@dataclass(frozen=True)
class StoredDealings:
    """`application.referral.ports.Dealings`. `behind` names the read models behind a position."""

    reading: Reading
    behind: Callable[[int], Sequence[str]]

    def searches(self, provider_id: ProviderId, as_known_at: int) -> Sequence[ReferralId]:
        self._require(as_known_at, INVITATIONS)
        with self.reading(INVITATIONS) as (connection, (table,)):
            question = (
                select(table.c.stream)
                .distinct()
                .where(table.c.provider_id == str(provider_id), table.c.over_at.is_(None))
                .order_by(table.c.stream)
            )
            found = connection.scalars(question).all()
        return [ReferralId(UUID(stream.removeprefix("referral-"))) for stream in found]

    def placements(self, provider_id: ProviderId, as_known_at: int) -> Sequence[PlacementId]:
        self._require(as_known_at, STAYS, SETTINGS, OCCUPANCY)
        with self.reading(STAYS, SETTINGS, OCCUPANCY) as (connection, (stays, settings, places)):
            run = select(settings.c.stream).where(
                settings.c.provider_id == str(provider_id), *_still(settings)
            )
            own = [stream.removeprefix("setting-") for stream in connection.scalars(run)]
            theirs = or_(stays.c.provider_id == str(provider_id), stays.c.setting_id.in_(own))
            lived_in = select(stays.c.stream).where(theirs, *_still(stays))
            kept = select(places.c.placement_id).where(
                places.c.setting_id.in_(own),
                places.c.kind == OccupationKind.RESERVED,
                known_at(places, None),
            )
            found = {each.removeprefix("placement-") for each in connection.scalars(lived_in)}
            found |= set(connection.scalars(kept))
        return [PlacementId(UUID(each)) for each in sorted(found)]

    def _require(self, position: int, *names: str) -> None:
        if set(self.behind(position)) & set(names):
            raise NotYetProjected(position)


def _still(table: Table) -> Sequence[ColumnElement[bool]]:
    """As it is known now, and with no end on record."""
    return known_at(table, None), table.c.until_day.is_(None)
