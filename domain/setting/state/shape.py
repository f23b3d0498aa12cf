"""A setting as it is remembered: dated entries, after corrections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.setting.assurance import Check, Inspection
from domain.setting.codes import Code
from domain.setting.dated import Dated
from domain.setting.description import Description
from domain.setting.life import StageEntry
from domain.setting.nights import Ceiling, Claim, Places
from domain.setting.registration import RegistrationEntry, fit_entries
from domain.setting.rules import USUAL_FOSTERING_LIMIT
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import BlockId, PlacementId, ProviderId, Provision, SettingId


class StayKind(StrEnum):
    RESERVED = "reserved"
    OCCUPIED = "occupied"


class Stay(Claim):
    """One placement's place. Until it has `left`, the end of an occupation is a plan."""

    placement_id: PlacementId
    kind: StayKind
    left: bool = False


class Block(Claim):
    block_id: UUID


class Operator(Dated):
    provider_id: ProviderId | None


class Purpose(Dated):
    """What the statement of purpose says from one day on."""

    needs: tuple[Code, ...]


class Restriction(Dated):
    by: str


@dataclass(frozen=True)
class NotListed:
    """Nothing is known of this home."""


@dataclass(frozen=True)
class Listed:
    """A home that children may be placed in, if its register allows it on the day."""

    setting_id: SettingId
    authority: GssCode
    provision: Provision
    district: GssCode
    operators: tuple[Operator, ...]
    configured: tuple[Ceiling, ...]
    stages: tuple[StageEntry, ...]
    registrations: tuple[RegistrationEntry, ...] = ()
    exemptions: tuple[Ceiling, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    closures: tuple[Dated, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    checks: tuple[Check, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    descriptions: tuple[Description, ...] = ()
    stays: tuple[Stay, ...] = ()
    blocks: tuple[Block, ...] = ()
    others: tuple[Claim, ...] = ()
    bought_in: tuple[BlockId, ...] = ()

    def latest(self, placement_id: PlacementId) -> Stay | None:
        """The placement's last place here: reserved, occupied or left."""
        mine = [stay for stay in self.stays if stay.placement_id == placement_id]
        return mine[-1] if mine else None

    def held(self, placement_id: PlacementId) -> Stay | None:
        """The place that the placement holds now, reserved or occupied."""
        stay = self.latest(placement_id)
        return None if stay is None or stay.left else stay

    def places(self) -> Places:
        return Places(
            configured=self.configured,
            registered=registered_places(self.provision, self.registrations),
            exempted=self.exemptions,
            claims=(*self.stays, *self.blocks, *self.others),
        )


Setting = NotListed | Listed


def registered_places(
    provision: Provision, entries: Sequence[RegistrationEntry]
) -> Sequence[Ceiling]:
    """The numbers that bind: those its registrations state, and a foster home's usual limit."""
    stated = [
        Ceiling(
            from_=entry.from_,
            until=entry.until,
            places=entry.places,
            source=entry.source,
            ended_by=entry.ended_by,
        )
        for entry in fit_entries(provision, entries)
        if entry.places is not None and entry.permits()
    ]
    if provision is Provision.FOSTERING:
        stated.append(Ceiling(from_=date.min, places=USUAL_FOSTERING_LIMIT))
    return stated
