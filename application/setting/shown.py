"""How a home is shown: its register on one day, and the dated facts that it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.setting.shown_life import ShownLife, life_shown
from application.shared.ports import History
from domain.setting.chronology import (
    CapacityPeriod,
    ClosurePeriod,
    ExemptionPeriod,
    OperatorPeriod,
    RegistrationPeriod,
    RestrictionPeriod,
    chronology,
    remembered,
)
from domain.setting.events import SettingEvent, SettingRegistered
from domain.setting.life import Life
from domain.setting.questions import free_on, home_on, nights_over
from domain.setting.state import Block, Listed
from domain.shared.admission import Home, Registration
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.personal import Erased
from domain.shared.vocabulary import ProviderId, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedHome:
    """A line of the list. `free` are the places left on the night of the day asked about."""

    setting_id: UUID
    name: str | Erased
    provision: Provision
    district: GssCode
    provider_id: ProviderId | None
    places: int
    limit: int
    free: int
    registration: Registration
    life: Life
    is_open: bool
    admissions_restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OverfullHome:
    """A home with more in it than it may take, on the nights from `since` up to `until`.

    `taken` counts reserved, occupied and blocked places, and other authorities' children.
    """

    setting_id: UUID
    name: str | Erased
    provision: Provision
    limit: int
    taken: int
    over: int
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedPlaces:
    """Places out of use, by the id under which they can be put back."""

    block_id: UUID
    count: int
    since: date
    until: date | None


@dataclass(frozen=True, kw_only=True)
class SettingView:
    """One home. `home` is how it stands on the day, by which every gate judges it.

    `over` are the nights from that day on with more children than places, as intervals of
    their first and last night. A confidential address is none for whoever does not need it.
    """

    setting_id: UUID
    name: str | Erased
    address: str | Erased | None
    postcode: str | Erased | None
    provision: Provision
    district: GssCode
    home: Home
    life: ShownLife
    limit: int
    free: int
    over: Sequence[str]
    registrations: Sequence[RegistrationPeriod]
    capacity: Sequence[CapacityPeriod]
    exemptions: Sequence[ExemptionPeriod]
    operators: Sequence[OperatorPeriod]
    restrictions: Sequence[RestrictionPeriod]
    closures: Sequence[ClosurePeriod]
    blocks: Sequence[BlockedPlaces]
    version: int
    position: int


def shown(history: History[SettingEvent], day: date, position: int) -> SettingView:
    setting, entry = remembered(history.events), history.facts[0]
    if not isinstance(setting, Listed) or not isinstance(entry, SettingRegistered):
        raise NotFound
    held = chronology(history.events)
    return SettingView(
        setting_id=setting.setting_id,
        name=entry.name,
        address=entry.address,
        postcode=entry.postcode,
        provision=setting.provision,
        district=setting.district,
        home=home_on(setting, day),
        life=life_shown(setting, day),
        limit=held.places.limit_on(day),
        free=free_on(setting, day),
        over=[str(stretch) for stretch in nights_over(setting, day, None)],
        registrations=held.registrations,
        capacity=held.capacity,
        exemptions=held.exemptions,
        operators=held.operators,
        restrictions=held.restrictions,
        closures=held.closures,
        blocks=[_blocked(block) for block in setting.blocks],
        version=history.version,
        position=position,
    )


def _blocked(block: Block) -> BlockedPlaces:
    return BlockedPlaces(
        block_id=block.block_id, count=block.count, since=block.from_, until=block.until
    )
